import type { Cell } from '../engine/engine.ts';
import type { Access } from '../plan/access-paths.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { PLAN_CELL_BYTES } from './explain.ts';
import { executeStatement, prepareStatement } from './observe.ts';
import { quoteLiteral } from './quote.ts';
import type { TableFacts } from './scan-facts.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

/** A query to plan, with parameters where it has any. */
export interface PlannedQuery {
  readonly sql: string;
  readonly params: readonly Cell[];
  /** Whether it changes no rows, and can be run more than once. */
  readonly reads: boolean;
}

/** A plan dearer than this is planned and not run: it could hold the reader up for long. */
export const RUN_UP_TO_COST = 300_000;

/** ms. A run that took no longer is run again: the first one also warms the machine up, which can take far longer than it. */
const AGAIN_UP_TO_MS = 3_000;

/** Ways to read a table that can be asked for, each by turning the others off. */
export type ForcedAccess = Extract<Access, 'seq' | 'index' | 'index-only' | 'bitmap'>;
export const FORCED: readonly ForcedAccess[] = ['seq', 'bitmap', 'index', 'index-only'];

const OFF: Readonly<Record<ForcedAccess, readonly string[]>> = {
  seq: ['indexscan', 'indexonlyscan', 'bitmapscan'],
  index: ['seqscan', 'indexonlyscan', 'bitmapscan'],
  'index-only': ['seqscan', 'bitmapscan'],
  bitmap: ['seqscan', 'indexscan', 'indexonlyscan'],
};

/** Statements that leave the planner one way to read tables, until the transaction ends. */
export function forceAccess(via: ForcedAccess): string {
  return OFF[via].map((name) => `set local enable_${name} = off`).join('; ');
}

/** Statements that leave the planner one index of a table, until the transaction ends. */
export function forceIndex({ schema, name }: TableFacts, index: string): string {
  const relation = (of: string) =>
    `pg_catalog.format('%I.%I', ${quoteLiteral(schema)}, ${quoteLiteral(of)})::pg_catalog.regclass`;
  return `set local enable_seqscan = off;
update pg_catalog.pg_index set indisvalid = false where indrelid = ${relation(name)} and indexrelid <> ${relation(index)}`;
}

/**
 * Plans the query after `before`, and runs it where its cost allows, in a transaction that is rolled back. Nothing that
 * `before` did is left.
 */
export async function planAfter(
  subject: Subject,
  query: PlannedQuery,
  before: string,
  upTo = RUN_UP_TO_COST,
): Promise<Looked<Plan>> {
  const opened = await subject.run(`begin; ${before}`);
  if (opened.kind !== 'ok') return giveUp(subject, describeFailure(opened));
  const planned = await explain(subject, query, 'settings, verbose');
  const dear = planned.kind === 'ok' && planned.found.root.totalCost > upTo;
  const run = planned.kind === 'none' || dear ? planned : await explainWarm(subject, query);
  await subject.run('rollback');
  return run;
}

/** The plan of a query that was run, warm where that is soon done: times are compared between ways. */
async function explainWarm(subject: Subject, query: PlannedQuery): Promise<Looked<Plan>> {
  const analyze = () => explain(subject, query, 'analyze, buffers, settings, verbose');
  const first = await analyze();
  const again = query.reads && first.kind === 'ok' && (first.found.executionMs ?? 0) <= AGAIN_UP_TO_MS;
  return again ? analyze() : first;
}

async function giveUp(subject: Subject, message: string): Promise<Looked<never>> {
  await subject.run('rollback');
  return { kind: 'none', message };
}

const NAME = 'planwright_forced';

/** Parameters are planned for anew each time; without any, the query is explained as it stands. */
async function explain(subject: Subject, query: PlannedQuery, options: string): Promise<Looked<Plan>> {
  const bare = query.params.length === 0;
  const what = bare ? query.sql : executeStatement(NAME, query.params);
  const script = `explain (${options}, format json) ${what}`;
  const whole = bare
    ? script
    : `set local plan_cache_mode = force_custom_plan; ${prepareStatement(NAME, query.sql, [])}; ${script}; deallocate ${NAME}`;
  const run = await subject.run(whole, { maxCellBytes: PLAN_CELL_BYTES });
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const read = readPlan(run.results.find((result) => result.command === 'EXPLAIN')?.rows[0]?.[0]);
  return read.kind === 'plan' ? { kind: 'ok', found: read.plan } : { kind: 'none', message: read.message };
}
