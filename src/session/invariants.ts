import type { Need } from '../checks/check.ts';
import type { InvariantEvidence } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { ask, read } from './ask.ts';
import { askInTime, OBSERVE_TIMEOUT_MS, Refused } from './refused.ts';

/**
 * The given writes are few, and whoever sees them could index their values alone. What the engine runs for a foreign key is
 * planned here for any value, as a server does in the long run.
 */
const FOR_ANY_VALUE = 'set local plan_cache_mode = force_generic_plan';

/** What breaks an invariant after the given writes, which are taken back. Throws Refused. */
export async function checkInvariant(
  session: Session,
  { id, sql, writes }: Need & { kind: 'invariant' },
  timeoutMs = OBSERVE_TIMEOUT_MS,
): Promise<InvariantEvidence> {
  await read(session, `begin; ${FOR_ANY_VALUE}; savepoint planwright_writes`);
  const written = writes
    ? await askInTime(session, writes, timeoutMs, `With what you created, the writes that “${id}” gives were`)
    : undefined;
  const error = written?.kind === 'sql-error' ? written.error : undefined;
  if (error) await read(session, 'rollback to savepoint planwright_writes');
  const asked = await askInTime(session, sql, timeoutMs, `With what you created, the query of “${id}” was`);
  await ask(session, 'rollback', OBSERVE_TIMEOUT_MS);
  if (asked.kind === 'sql-error') throw new Refused({ kind: 'sql-error', error: asked.error });
  const { rows, rowCount } = asked.results.at(-1) ?? { rows: [], rowCount: 0 };
  const told = error ? { error: { sqlstate: error.sqlstate, message: error.message } } : {};
  return { id, violations: rowCount, sample: rows.slice(0, 5), ...told };
}
