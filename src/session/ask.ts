import { type Cell, EngineFault, type ResultSet, type Session, type SqlError } from '../engine/engine.ts';

/** A probe of ours met an SQL error: what the submission left behind cannot be looked at. */
export interface Refused {
  readonly kind: 'sql-error';
  readonly error: SqlError;
}

/** The time limit passed; the session is gone. */
export interface TimedOut {
  readonly kind: 'timeout';
  readonly afterMs: number;
}

/** What an expected outcome of running a learner's statement can be. */
export type Asked =
  | { readonly kind: 'ok'; readonly results: readonly ResultSet[]; readonly ms: number }
  | Refused
  | TimedOut;

/** Limits for looking at rows and plans: enough for any result an exercise should have. */
const PROBE_ROWS = 100_000;
const PROBE_BYTES = 64 * 1024 * 1024;
const PROBE_CELL_BYTES = 8 * 1024 * 1024;

/** Runs SQL whose failure is an outcome. A stopped session is an EngineFault here: nobody waits for its answer. */
export async function ask(session: Session, sql: string, timeoutMs: number): Promise<Asked> {
  const run = await session.run(sql, {
    timeoutMs,
    maxRows: PROBE_ROWS,
    maxBytes: PROBE_BYTES,
    maxCellBytes: PROBE_CELL_BYTES,
  });
  if (run.kind === 'stopped') throw new EngineFault('closed', 'the check was stopped');
  return run;
}

const CATALOG_TIMEOUT_MS = 30_000;

/** Runs a query of ours that cannot fail on a sound database, and returns the last statement's rows. */
export async function read(session: Session, sql: string): Promise<readonly (readonly Cell[])[]> {
  const asked = await ask(session, sql, CATALOG_TIMEOUT_MS);
  if (asked.kind === 'ok') return asked.results.at(-1)?.rows ?? [];
  const why =
    asked.kind === 'sql-error'
      ? asked.error.message
      : `no answer within ${Math.round(asked.afterMs / 1000)} s`;
  throw new EngineFault('crashed', `reading the catalog failed: ${why}`);
}
