import type { Limits, Run } from '../engine/engine.ts';
import { isInTransaction, type Runner } from './open-transaction.ts';

const POINT = 'planwright_undone';

/**
 * Runs SQL and takes back what it wrote, also inside a transaction that the reader opened, which goes on. Sequences count
 * on all the same. The first result is the BEGIN's or SAVEPOINT's own.
 */
export async function runUndone(runner: Runner, sql: string, limits: Partial<Limits> = {}): Promise<Run> {
  const inside = await isInTransaction(runner);
  const run = await runner.run(`${inside ? `savepoint ${POINT}` : 'begin'};\n${sql}`, limits);
  const undo = inside ? `rollback to savepoint ${POINT}; release savepoint ${POINT}` : 'rollback';
  if (run.kind === 'ok' || run.kind === 'sql-error') await takeBack(runner, undo);
  return run;
}

/**
 * A temporary file that was full fails once more when PostgreSQL lets go of it, and that ends the ROLLBACK with an error; the
 * next one works. Left at that, all that the reader runs later would fail in a transaction that they never opened.
 */
async function takeBack(runner: Runner, undo: string): Promise<void> {
  const undone = await runner.run(undo);
  if (undone.kind === 'sql-error') await runner.run(undo);
}
