import type { Cell } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { readPlan } from '../plan/read-plan.ts';
import { changesRows } from '../sql/changes-rows.ts';
import { type Explained, PLAN_CELL_BYTES } from './explain.ts';
import { executeStatement, prepareStatement } from './observe.ts';
import type { Subject } from './throw-away.ts';
import { runUndone } from './undone.ts';

/** Places in what is run: the BEGIN or SAVEPOINT, the PREPARE, a run to warm up, the run that counts. */
const PREPARED_AT = 1;
const SECOND_AT = 3;

/** A workload query with a row of parameters that it is shown with. */
export interface ShownRun {
  readonly id: string;
  readonly sql: string;
  readonly params: readonly Cell[];
  /** Types of the parameters, where they are known: then a rewrite may use fewer. */
  readonly types: readonly string[];
}

/** What a solver watches: each query with each of its shown rows of parameters. */
export function shownRuns(exercise: Exercise): readonly ShownRun[] {
  const text = (value: unknown): Cell => (value === null ? null : String(value));
  return exercise.spec.workload.flatMap(({ id, sql, shown }) =>
    (shown.length > 0 ? shown : [[]]).map((row) => ({ id, sql, types: [], params: row.map(text) })),
  );
}

/** A query's first shown run; that of the first query where it is not said which. */
export function givenRun(exercise: Exercise, query?: string): ShownRun | undefined {
  const runs = shownRuns(exercise);
  return query === undefined ? runs[0] : runs.find(({ id }) => id === query);
}

/** Why a text has no plan that could be compared: it is run for it, so it must be one query that only reads. */
async function whyNoPlan(subject: Subject, sql: string): Promise<string | undefined> {
  const parsed = await subject.parse(sql);
  if (parsed.kind === 'syntax-error') return `The query cannot be read: ${parsed.error.message}`;
  const [statement, ...more] = parsed.statements;
  if (!statement || more.length > 0) return 'One query has a plan to compare: this text is not one query.';
  return changesRows(statement.tree) ? 'Only a query that reads has a plan to compare here.' : undefined;
}

/** The plan that a query has on the solver's own database right now. Nothing that running it writes stays. */
export async function previewPlan(subject: Subject, query: ShownRun): Promise<Explained> {
  const why = await whyNoPlan(subject, query.sql);
  if (why !== undefined) return { kind: 'none', message: why };
  const name = 'planwright_preview';
  const explain = `explain (analyze, buffers, settings, verbose, format json) ${executeStatement(name, query.params)}`;
  const script = `${prepareStatement(name, query.sql, query.types)}; ${explain}; ${explain}; deallocate ${name}`;
  const run = await runUndone(subject, script, { maxCellBytes: PLAN_CELL_BYTES });
  if (run.kind === 'sql-error') {
    // A prepared statement outlives the transaction that it was made in; one that the reader made is in the way as well.
    if (run.at >= PREPARED_AT) await runUndone(subject, `deallocate ${name}`);
    return { kind: 'none', message: `The query cannot run on your database now: ${run.error.message}` };
  }
  if (run.kind !== 'ok')
    return { kind: 'none', message: 'The query was stopped before it had a plan to show.' };
  const read = readPlan(run.results[SECOND_AT]?.rows[0]?.[0]);
  return read.kind === 'plan' ? { kind: 'ok', plan: read.plan } : { kind: 'none', message: read.message };
}
