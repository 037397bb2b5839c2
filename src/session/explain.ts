import type { Run, SqlError } from '../engine/engine.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { Runner } from './open-transaction.ts';
import { runUndone } from './undone.ts';

/** What EXPLAIN (ANALYZE) of a text's last statement gave. */
export type Explained =
  | { readonly kind: 'ok'; readonly plan: Plan }
  | { readonly kind: 'none'; readonly message: string };

/** A plan of a few thousand nodes fits. */
export const PLAN_CELL_BYTES = 8 * 1024 * 1024;
const OPTIONS = 'analyze, buffers, settings, verbose, format json';
const EXPLAINED_KINDS = new Set(['select', 'insert', 'update', 'delete', 'merge', 'execute', 'values']);

/** Takes EXPLAIN and its options off the front of a statement. */
export function withoutExplain(statement: string): string {
  const lead = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*explain\b(?:\s*\([^)]*\)|(?:\s+(?:analyze|verbose)\b)*)/i;
  return statement.replace(lead, '').trim();
}

function planOf(run: Run): Explained {
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
export async function explainStatement(runner: Runner, statement: string, kind: string): Promise<Explained> {
  const inner = kind === 'explain' ? withoutExplain(statement) : statement;
  if (kind !== 'explain' && !EXPLAINED_KINDS.has(kind)) {
    return { kind: 'none', message: 'Only queries and writes have a plan.' };
  }
  return planOf(await runUndone(runner, `explain (${OPTIONS}) ${inner}`, { maxCellBytes: PLAN_CELL_BYTES }));
}
