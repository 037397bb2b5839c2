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
/** Past this the query is slow enough that single executions tell. */
const TOTAL_MS = 1_500;
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

async function runBatch(session: Session, query: TimedQuery, count: number): Promise<number | undefined> {
  const execute = executeStatement(NAME, query.params);
  const asked = await askTimed(session, query, Array(count).fill(execute).join(';\n'));
  if (asked.kind !== 'ok') return undefined;
  return asked.results.reduce((sum, result) => sum + result.ms, 0) / count;
}

/**
 * Samples of one query, warm: first an execution to size the batches by, then rounds of batches. Returns no samples
 * where the query fails; throws Refused where it takes too long. Custom plans throughout, as the observations have.
 */
export async function sampleTime(session: Session, query: TimedQuery, rounds = ROUNDS): Promise<TimeSamples> {
  const prepare = prepareStatement(NAME, query.sql, query.types);
  const ready = await askTimed(session, query, `set plan_cache_mode = force_custom_plan; ${prepare}`);
  const ms: number[] = [];
  if (ready.kind === 'ok') {
    const first = await runBatch(session, query, 1);
    const batch =
      first === undefined ? 0 : Math.min(MOST_EXECUTIONS, Math.max(1, Math.ceil(BATCH_MS / first)));
    let spent = 0;
    for (let round = 0; batch > 0 && round < rounds && spent < TOTAL_MS; round += 1) {
      const sample = await runBatch(session, query, batch);
      if (sample === undefined) break;
      ms.push(sample);
      spent += sample * batch;
    }
  }
  await ask(session, 'deallocate all; reset plan_cache_mode', TIMEOUT_MS);
  return { query: query.query, ms };
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
