import type { Observation } from '../checks/evidence.ts';
import { type Cell, EngineFault, type ResultSet, type Session, type SqlError } from '../engine/engine.ts';
import { totalsOf } from '../plan/metrics.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { kindOfType } from '../sql/column-kinds.ts';
import { hashRows } from '../sql/hash-rows.ts';
import type { RowsEvidence } from '../sql/rows-evidence.ts';
import { ask, read } from './ask.ts';
import { quoteLiteral } from './quote.ts';

/** A query to be observed, with each row of parameters it is run for. */
export interface Probe {
  readonly query: string;
  readonly sql: string;
  readonly params: readonly Cell[];
  /** Types of the parameters as the workload's own query has them, so that a rewrite may use fewer. */
  readonly types: readonly string[];
  readonly shown: boolean;
  readonly variant: string;
}

export type Observed =
  | { readonly kind: 'ok'; readonly observation: Observation }
  | { readonly kind: 'sql-error'; readonly error: SqlError; readonly probe: Probe }
  | { readonly kind: 'timeout'; readonly afterMs: number; readonly probe: Probe };

const EXPLAIN = 'explain (analyze, buffers, settings, verbose, format json)';
/** Nobody is shown the times of a hidden run, and asking the clock at each row makes a plan twice as slow here. */
const EXPLAIN_UNTIMED = 'explain (analyze, timing off, buffers, settings, verbose, format json)';
/** On a variant of the data only the rows are judged: its plan is not run. */
const EXPLAIN_ONLY = 'explain (settings, verbose, format json)';
const SAMPLE_ROWS = 20;

/** The name of the data as it is shipped, among its variants. */
export const SHIPPED = 'shipped';

export function prepareStatement(name: string, sql: string, types: readonly string[]): string {
  const list = types.length > 0 ? `(${types.join(', ')})` : '';
  return `prepare ${name}${list} as ${sql.trim().replace(/;\s*$/, '')}`;
}

export function executeStatement(name: string, params: readonly Cell[]): string {
  return params.length === 0 ? `execute ${name}` : `execute ${name}(${params.map(quoteLiteral).join(', ')})`;
}

function rowsEvidence(result: ResultSet): RowsEvidence {
  const { ordered, sorted } = hashRows(result.rows);
  return {
    count: result.rowCount,
    columns: result.columns.map((column) => column.name),
    kinds: result.columns.map((column) => kindOfType(column.type) ?? null),
    ordered,
    sorted,
    sample: result.rows.slice(0, SAMPLE_ROWS),
  };
}

function planOf(result: ResultSet | undefined): Plan {
  const read = readPlan(result?.rows[0]?.[0]);
  if (read.kind !== 'plan')
    throw new EngineFault('crashed', `EXPLAIN answered what is no plan: ${read.message}`);
  return read.plan;
}

function explainOf({ variant, shown }: Probe): string {
  if (variant !== SHIPPED) return EXPLAIN_ONLY;
  return shown ? EXPLAIN : EXPLAIN_UNTIMED;
}

/**
 * Runs one query for one row of parameters: once for its rows, and then, warm, for the plan that counts. A fresh prepared
 * statement each time keeps PostgreSQL from switching to a generic plan half-way.
 */
export async function observe(session: Session, probe: Probe, timeoutMs: number): Promise<Observed> {
  const name = 'planwright_probe';
  const execute = executeStatement(name, probe.params);
  const script = [prepareStatement(name, probe.sql, probe.types), execute, `${explainOf(probe)} ${execute}`];
  const asked = await ask(session, `${script.join(';\n')};\ndeallocate ${name}`, timeoutMs);
  if (asked.kind === 'timeout') return { kind: 'timeout', afterMs: asked.afterMs, probe };
  if (asked.kind === 'sql-error') {
    await ask(session, 'deallocate all', timeoutMs);
    return { kind: 'sql-error', error: asked.error, probe };
  }
  const rows = asked.results[1];
  if (!rows) throw new EngineFault('crashed', 'a query returned no result set');
  const plan = planOf(asked.results[2]);
  return {
    kind: 'ok',
    observation: {
      query: probe.query,
      params: probe.params,
      shown: probe.shown,
      variant: probe.variant,
      plan,
      pages: totalsOf(plan).pages ?? 0,
      rows: rowsEvidence(rows),
    },
  };
}

/** The types that PostgreSQL gives a query's parameters, by their names: `integer`, `timestamp with time zone`. */
export async function readParameterTypes(session: Session, sql: string): Promise<readonly string[]> {
  await read(session, prepareStatement('planwright_types', sql, []));
  const rows = await read(
    session,
    `select pg_catalog.array_to_json(parameter_types::text[])::text from pg_catalog.pg_prepared_statements
     where name = 'planwright_types'`,
  );
  await read(session, 'deallocate planwright_types');
  const types: unknown = JSON.parse(rows[0]?.[0] ?? '[]');
  return Array.isArray(types) ? types.map(String) : [];
}
