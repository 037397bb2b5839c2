import type { Run, SqlError } from '../engine/engine.ts';
import type { Plan } from '../plan/plan.ts';
import type { QueryStep } from '../plan/query-steps.ts';
import { readPlan } from '../plan/read-plan.ts';
import { lex } from '../sql/lex.ts';
import type { Runner } from './open-transaction.ts';
import { runUndone } from './undone.ts';

/** What EXPLAIN (ANALYZE) of a statement gave. */
export type ExplainedPlan =
  | { readonly kind: 'ok'; readonly plan: Plan }
  | { readonly kind: 'none'; readonly message: string };

/** What the plan of a text's last statement is, of either engine. */
export type Explained = ExplainedPlan | { readonly kind: 'steps'; readonly steps: readonly QueryStep[] };

/** A plan of a few thousand nodes fits. */
export const PLAN_CELL_BYTES = 8 * 1024 * 1024;
const OPTIONS = 'analyze, buffers, settings, verbose, format json';
const EXPLAINED_KINDS = new Set(['select', 'insert', 'update', 'delete', 'merge', 'execute', 'values']);

/** What a query in brackets begins with: behind EXPLAIN, another word in brackets is an option. */
const BEGINS_QUERY = new Set(['select', 'with', 'values', 'table', '(']);
const MODIFIERS = new Set(['analyze', 'analyse', 'verbose']);

/** Takes EXPLAIN and its options off the front of a statement. */
export function withoutExplain(statement: string): string {
  const lexemes = [...lex(statement)].filter(({ kind }) => kind !== 'comment');
  const words = lexemes.map(({ start, end }) => statement.slice(start, end).toLowerCase());
  let first = 1;
  if (words[1] === '(' && !BEGINS_QUERY.has(words[2] ?? '')) first = words.indexOf(')') + 1;
  else while (MODIFIERS.has(words[first] ?? '')) first += 1;
  return statement.slice(lexemes[first]?.start ?? statement.length).trim();
}

function planOf(run: Run): ExplainedPlan {
  if (run.kind === 'sql-error') return { kind: 'none', message: describeError(run.error) };
  if (run.kind !== 'ok')
    return { kind: 'none', message: 'The query was stopped before it had a plan to show.' };
  const cell = run.results.find((result) => result.command === 'EXPLAIN')?.rows[0]?.[0];
  const read = readPlan(cell);
  return read.kind === 'plan' ? { kind: 'ok', plan: read.plan } : { kind: 'none', message: read.message };
}

function describeError(error: SqlError): string {
  return `PostgreSQL could not explain it: ${error.message}`;
}

/**
 * Runs a statement under EXPLAIN (ANALYZE, BUFFERS) and returns its plan; what it writes is taken back. `statement` may itself
 * be an EXPLAIN. Statements that have no plan (CREATE INDEX, say) give `none` and a sentence.
 */
export async function explainStatement(
  runner: Runner,
  statement: string,
  kind: string,
): Promise<ExplainedPlan> {
  const inner = kind === 'explain' ? withoutExplain(statement) : statement;
  if (kind !== 'explain' && !EXPLAINED_KINDS.has(kind)) {
    return { kind: 'none', message: 'Only queries and writes have a plan.' };
  }
  return planOf(await runUndone(runner, `explain (${OPTIONS}) ${inner}`, { maxCellBytes: PLAN_CELL_BYTES }));
}
