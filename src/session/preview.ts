import type { Cell } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { readPlan } from '../plan/read-plan.ts';
import { type Explained, PLAN_CELL_BYTES, type Runner } from './explain.ts';
import { executeStatement, prepareStatement } from './observe.ts';

/** A workload query with the parameters it is first shown with. */
export interface ShownQuery {
  readonly id: string;
  readonly sql: string;
  readonly params: readonly Cell[];
  /** Types of the parameters, where they are known: then a rewrite may use fewer. */
  readonly types: readonly string[];
}

/** The queries whose plan a solver watches: each with its first shown parameters. */
export function shownQueries(exercise: Exercise): readonly ShownQuery[] {
  return exercise.spec.workload.map((query) => ({
    id: query.id,
    sql: query.sql,
    types: [],
    params: (query.shown[0] ?? []).map((value) => (value === null ? null : String(value))),
  }));
}

/** The plan that a query has on the solver's own database right now. */
export async function previewPlan(runner: Runner, query: ShownQuery): Promise<Explained> {
  const name = 'planwright_preview';
  const explain = `explain (analyze, buffers, settings, verbose, format json) ${executeStatement(name, query.params)}`;
  const script = `${prepareStatement(name, query.sql, query.types)}; ${explain}; ${explain}; deallocate ${name}`;
  const run = await runner.run(script, { maxCellBytes: PLAN_CELL_BYTES });
  if (run.kind === 'sql-error') {
    await runner.run(`deallocate all`);
    return { kind: 'none', message: `The query cannot run on your database now: ${run.error.message}` };
  }
  if (run.kind !== 'ok')
    return { kind: 'none', message: 'The query was stopped before it had a plan to show.' };
  const read = readPlan(run.results[2]?.rows[0]?.[0]);
  return read.kind === 'plan' ? { kind: 'ok', plan: read.plan } : { kind: 'none', message: read.message };
}
