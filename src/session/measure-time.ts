import type { TimeEvidence } from '../checks/evidence.ts';
import type { Cell, Session } from '../engine/engine.ts';
import { ask } from './ask.ts';
import { executeStatement, prepareStatement } from './observe.ts';
import { askInTime } from './refused.ts';

/** One side's samples of one query: ms of a single execution each. */
export interface TimeSamples {
  readonly query: string;
  readonly ms: readonly number[];
}

/** A query that is timed, for one row of parameters. */
export interface TimedQuery {
  readonly query: string;
  readonly sql: string;
  readonly params: readonly Cell[];
  readonly types: readonly string[];
}

const NAME = 'planwright_timer';
/** A batch this long is well above any browser's clock resolution (1 ms at worst, in Firefox and Safari). */
const BATCH_MS = 10;
const MOST_EXECUTIONS = 200;
const ROUNDS = 5;
/** Past this the query is slow enough that few executions tell; fewer than three would not show how much they differ. */
const TOTAL_MS = 1_500;
const LEAST_ROUNDS = 3;
/** As long as the slowest starting query may take: what is asked for is to be faster than that. */
const TIMEOUT_MS = 60_000;

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Half the distance between the quartiles as a share of the median. */
function spread(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const middle = median(values);
  return middle > 0 ? (at(0.75) - at(0.25)) / 2 / middle : 0;
}

const askTimed = (session: Session, { query }: TimedQuery, sql: string) =>
  askInTime(session, sql, TIMEOUT_MS, `Measuring the time of “${query}” was`);

/** A query that was prepared under a name, and how many executions its batches have. */
interface Prepared {
  readonly timed: TimedQuery;
  readonly execute: string;
  readonly ms: number[];
  batch: number;
  spent: number;
}

/** ms of one execution, in the mean of a batch; undefined where the query fails. */
async function runBatch(session: Session, { timed, execute, batch }: Prepared): Promise<number | undefined> {
  const asked = await askTimed(session, timed, Array(batch).fill(execute).join(';\n'));
  if (asked.kind !== 'ok') return undefined;
  return asked.results.reduce((sum, result) => sum + result.ms, 0) / batch;
}

async function prepare(session: Session, timed: TimedQuery, at: number): Promise<Prepared | undefined> {
  const name = `${NAME}_${at}`;
  const ready = await askTimed(session, timed, prepareStatement(name, timed.sql, timed.types));
  const execute = executeStatement(name, timed.params);
  return ready.kind === 'ok' ? { timed, execute, ms: [], batch: 1, spent: 0 } : undefined;
}

/**
 * Sizes the batches, by batches that are thrown away: a first execution is cold, and may have waited for its turn on a busy
 * machine, so a batch that turns out short is made longer until it is not. False where the query fails.
 */
async function sizeBatch(session: Session, query: Prepared): Promise<boolean> {
  for (;;) {
    const one = await runBatch(session, query);
    if (one === undefined) return false;
    const needed = one > 0 ? Math.ceil(BATCH_MS / one) : MOST_EXECUTIONS;
    if (needed <= query.batch || query.batch >= MOST_EXECUTIONS) return true;
    const first = query.batch === 1;
    query.batch = Math.min(MOST_EXECUTIONS, needed);
    if (!first) return true;
  }
}

/** One sample more of a query. False where it fails. */
async function addSample(session: Session, query: Prepared): Promise<boolean> {
  const sample = await runBatch(session, query);
  if (sample === undefined) return false;
  query.ms.push(sample);
  query.spent += sample * query.batch;
  return true;
}

/**
 * Samples of queries, warm, in rounds in which each has its turn: what slows the machine down for a while slows all of them
 * down. Gives no samples of a query that fails; throws Refused where one takes too long. Custom plans throughout, as the
 * observations have.
 */
export async function sampleInTurn(
  session: Session,
  queries: readonly TimedQuery[],
  rounds = ROUNDS,
): Promise<readonly TimeSamples[]> {
  if (queries.length === 0) return [];
  await ask(session, 'set plan_cache_mode = force_custom_plan', TIMEOUT_MS);
  const prepared: (Prepared | undefined)[] = [];
  for (const [at, timed] of queries.entries()) {
    const query = await prepare(session, timed, at);
    prepared.push(query && (await sizeBatch(session, query)) ? query : undefined);
  }
  let alive = prepared.filter((query) => query !== undefined);
  for (let round = 0; round < rounds; round += 1) {
    // As many samples of each: of one that has more, another part lies in a time when the machine was busy.
    if (round >= LEAST_ROUNDS && alive.some(({ spent }) => spent >= TOTAL_MS)) break;
    const failed = new Set<Prepared>();
    for (const query of alive) if (!(await addSample(session, query))) failed.add(query);
    alive = alive.filter((query) => !failed.has(query));
  }
  await ask(session, 'deallocate all; reset plan_cache_mode', TIMEOUT_MS);
  return queries.map(({ query }, at) => ({ query, ms: prepared[at]?.ms ?? [] }));
}

/** Brings the samples of both sides together, by query. Queries without samples on both sides are left out. */
export function timeEvidence(
  start: readonly TimeSamples[],
  submission: readonly TimeSamples[],
): readonly TimeEvidence[] {
  return submission.flatMap(({ query, ms }) => {
    const before = start.filter((samples) => samples.query === query).flatMap((samples) => samples.ms);
    if (ms.length === 0 || before.length === 0) return [];
    return [
      {
        query,
        startMs: median(before),
        submissionMs: median(ms),
        noise: Math.max(spread(before), spread(ms)),
        rounds: ms.length,
      },
    ];
  });
}
