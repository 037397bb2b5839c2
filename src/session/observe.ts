import type { Observation } from '../checks/evidence.ts';
import { type Cell, EngineFault, type ResultSet, type Session, type SqlError } from '../engine/engine.ts';
import { totalsOf } from '../plan/metrics.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { bareStatement } from '../sql/bare-statement.ts';
import { kindOfType } from '../sql/column-kinds.ts';
import { hashRows } from '../sql/hash-rows.ts';
import type { RowsEvidence } from '../sql/rows-evidence.ts';
import { ask } from './ask.ts';
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

/** Why a query could not be observed. */
export type NotObserved =
  | { readonly kind: 'sql-error'; readonly error: SqlError; readonly probe: Probe }
  | { readonly kind: 'timeout'; readonly afterMs: number; readonly probe: Probe };

/** What came of observing a query. */
export type Observed = { readonly kind: 'ok'; readonly observation: Observation } | NotObserved;

const EXPLAIN = 'explain (analyze, buffers, settings, verbose, format json)';
/** Nobody is shown the times of a hidden run, and asking the clock at each row makes a plan twice as slow here. */
const EXPLAIN_UNTIMED = 'explain (analyze, timing off, buffers, settings, verbose, format json)';
/** On a variant of the data only the rows are judged: its plan is not run. */
const EXPLAIN_ONLY = 'explain (settings, verbose, format json)';
const SAMPLE_ROWS = 20;

/** The name of the data as it is shipped, among its variants. */
export const SHIPPED = 'shipped';

/** PREPARE of a query, behind which more may be written. Where no types are given, PostgreSQL finds those of the parameters. */
export function prepareStatement(name: string, sql: string, types: readonly string[]): string {
  const list = types.length > 0 ? `(${types.join(', ')})` : '';
  return `prepare ${name}${list} as ${bareStatement(sql)}`;
}

/** An error in a statement that was prepared: its place is in the query itself, and there is none in what stands around it. */
function placedInQuery(error: SqlError, { sql, types }: Probe, name: string): SqlError {
  const { position, ...rest } = error;
  if (position === undefined) return error;
  const bare = bareStatement(sql);
  const before = prepareStatement(name, sql, types).length - bare.length;
  const at = position - before;
  return at >= 0 && at < bare.length ? { ...rest, position: at + sql.indexOf(bare) } : rest;
}

/** EXECUTE of a prepared statement. */
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
    ...(result.truncated ? { truncated: true } : {}),
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

/** Runs a probe's statements between PREPARE and DEALLOCATE, and gives their results. */
async function runProbe(
  session: Session,
  probe: Probe,
  statements: (execute: string) => readonly string[],
  timeoutMs: number,
): Promise<{ readonly kind: 'ok'; readonly results: readonly ResultSet[] } | NotObserved> {
  const name = 'planwright_probe';
  const execute = executeStatement(name, probe.params);
  const script = [prepareStatement(name, probe.sql, probe.types), ...statements(execute)];
  const asked = await ask(session, `${script.join(';\n')};\ndeallocate ${name}`, timeoutMs);
  if (asked.kind === 'ok') return { kind: 'ok', results: asked.results.slice(1) };
  if (asked.kind === 'timeout') return { kind: 'timeout', afterMs: asked.afterMs, probe };
  await ask(session, 'deallocate all', timeoutMs);
  return { kind: 'sql-error', error: placedInQuery(asked.error, probe, name), probe };
}

function observed(probe: Probe, explained: ResultSet | undefined, rows: RowsEvidence): Observed {
  const { query, params, shown, variant } = probe;
  const plan = planOf(explained);
  const pages = totalsOf(plan).pages ?? 0;
  return { kind: 'ok', observation: { query, params, shown, variant, plan, pages, rows } };
}

/**
 * Runs one query for one row of parameters: once for its rows, and then, warm, for the plan that counts. A fresh prepared
 * statement each time keeps PostgreSQL from switching to a generic plan half-way.
 */
export async function observe(session: Session, probe: Probe, timeoutMs: number): Promise<Observed> {
  const both = (execute: string) => [execute, `${explainOf(probe)} ${execute}`];
  const ran = await runProbe(session, probe, both, timeoutMs);
  if (ran.kind !== 'ok') return ran;
  const [rows, explained] = ran.results;
  if (!rows) throw new EngineFault('crashed', 'a query returned no result set');
  return observed(probe, explained, rowsEvidence(rows));
}

/** From here on the few pages of a cold run weigh nothing. */
const MANY_PAGES = 1_000;

/**
 * Runs a query whose rows are known, for its plan. What runs for the first time in a session also reads pages of the
 * catalogs and of the index's own description, up to ten of them; a learner's plan comes from a warm run. So a plan of
 * few pages, where these would count, is run again.
 */
export async function observePlan(
  session: Session,
  probe: Probe,
  rows: RowsEvidence,
  timeoutMs: number,
): Promise<Observed> {
  const explain = async () => {
    const ran = await runProbe(session, probe, (execute) => [`${explainOf(probe)} ${execute}`], timeoutMs);
    return ran.kind === 'ok' ? observed(probe, ran.results[0], rows) : ran;
  };
  const cold = await explain();
  return cold.kind === 'ok' && cold.observation.pages < MANY_PAGES ? explain() : cold;
}

/** Runs one query for one row of parameters, for its rows alone. */
export async function observeRows(
  session: Session,
  probe: Probe,
  timeoutMs: number,
): Promise<{ readonly kind: 'ok'; readonly rows: RowsEvidence } | NotObserved> {
  const ran = await runProbe(session, probe, (execute) => [execute], timeoutMs);
  if (ran.kind !== 'ok') return ran;
  const [rows] = ran.results;
  if (!rows) throw new EngineFault('crashed', 'a query returned no result set');
  return { kind: 'ok', rows: rowsEvidence(rows) };
}

/** The plan of a query for one row of parameters, which is not run. */
export async function planProbe(
  session: Session,
  probe: Probe,
  timeoutMs: number,
): Promise<{ readonly kind: 'ok'; readonly plan: Plan } | NotObserved> {
  const planned = await runProbe(session, probe, (execute) => [`${EXPLAIN_ONLY} ${execute}`], timeoutMs);
  return planned.kind === 'ok' ? { kind: 'ok', plan: planOf(planned.results[0]) } : planned;
}
