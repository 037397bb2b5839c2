import type { Evidence, IndexEvidence } from '../checks/evidence.ts';
import { createdIndex, evidenceOf, observation, type Seen, scanOf } from '../checks/sample-evidence.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { specSchema } from '../exercise/spec.ts';
import { grade } from './grade.ts';
import type { Report } from './report.ts';

/** Reports on plain evidence, for the tests of the grader. */

export const SEEKS = { id: 'seeks', kind: 'access', of: 'q', table: 'orders', via: 'index' };
export const ROWS = { id: 'rows', kind: 'rows' };

/** An exercise with these checks. */
export function exercise(checks: readonly unknown[], task = 'tune'): Exercise {
  const spec = specSchema.parse({
    format: 1,
    title: 'Test',
    summary: 'An exercise for the tests of the grader.',
    module: 'indexing',
    order: 10,
    difficulty: 1,
    minutes: 5,
    concepts: ['b-tree'],
    dataset: 'shop',
    task,
    allow: task === 'rewrite' ? [] : ['create-index'],
    workload: [{ id: 'q', sql: 'select 1' }],
    checks,
  });
  return { id: 'test', spec, start: '', solution: '', also: [], wrong: [] };
}

/** A run of the start. */
export const slow: Seen = { plan: scanOf('Seq Scan', 'orders') };
/** A run through the index that was made. */
export const quick: Seen = { plan: scanOf('Index Scan', 'orders', { 'Index Name': 'i' }) };

/** A submission that made the index scan: without its index the table is scanned again. */
export function solved(more: Partial<Evidence> = {}): Evidence {
  const evidence = evidenceOf([slow], [quick]);
  const submission = { ...evidence.submission, indexes: [createdIndex('i', 8192)] };
  return { ...evidence, submission, counterfactual: [observation(slow)], ...more };
}

/** An index on another column. */
export function other(name: string, bytes: number): IndexEvidence {
  const definition = `CREATE INDEX ${name} ON public.orders USING btree (status)`;
  return { ...createdIndex(name, bytes), definition, columns: ['status'] };
}

/** The grader's report on evidence. */
export function report(evidence: Evidence, of = exercise([SEEKS, ROWS])): Report {
  return grade({ exercise: of, engine: 'test', evidence, ms: 1 });
}

/** The state of each check in one line. */
export function states(evidence: Evidence, of?: Exercise): string {
  return report(evidence, of)
    .checks.map(({ id, state }) => `${id} ${state}`)
    .join(', ');
}
