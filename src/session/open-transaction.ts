import type { Limits, Run } from '../engine/engine.ts';

/** Something that runs SQL on one database. */
export interface Runner {
  run(sql: string, limits?: Partial<Limits>): Promise<Run>;
}

/** SAVEPOINT outside of a transaction block. */
const NO_ACTIVE_TRANSACTION = '25P01';

/** True inside a transaction that the reader opened: rolling ours back would take theirs along. */
export async function isInTransaction(runner: Runner): Promise<boolean> {
  const run = await runner.run('savepoint planwright_asks; release savepoint planwright_asks');
  return run.kind === 'ok' || (run.kind === 'sql-error' && run.error.sqlstate !== NO_ACTIVE_TRANSACTION);
}

/** Why nothing is looked at while the reader has a transaction open. */
export const OPEN_TRANSACTION =
  'A transaction is open on this database. Run COMMIT or ROLLBACK first: looking here would end it.';
