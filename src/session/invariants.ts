import type { Need } from '../checks/check.ts';
import type { IdleEvidence, IndexEvidence, InvariantEvidence } from '../checks/evidence.ts';
import type { Session, SqlError } from '../engine/engine.ts';
import { ask, read } from './ask.ts';
import { dropIndex } from './quote.ts';
import { askInTime, OBSERVE_TIMEOUT_MS, Refused } from './refused.ts';

/**
 * The given writes are few, and whoever sees them could index their values alone. What the engine runs for a foreign key is
 * planned here for any value, as a server does in the long run.
 */
const FOR_ANY_VALUE = 'set local plan_cache_mode = force_generic_plan';

type Invariant = Need & { readonly kind: 'invariant' };

/** What breaks an invariant after the given writes, which are taken back, and so is `first`. Throws Refused. */
export async function checkInvariant(
  session: Session,
  { id, sql, writes }: Invariant,
  timeoutMs = OBSERVE_TIMEOUT_MS,
  first: readonly string[] = [],
): Promise<InvariantEvidence> {
  await read(session, ['begin', FOR_ANY_VALUE, ...first, 'savepoint planwright_writes'].join('; '));
  const written = writes
    ? await askInTime(session, writes, timeoutMs, `With what you created, the writes that “${id}” gives were`)
    : undefined;
  const error = written?.kind === 'sql-error' ? written.error : undefined;
  if (error) await read(session, 'rollback to savepoint planwright_writes');
  const asked = await askInTime(session, sql, timeoutMs, `With what you created, the query of “${id}” was`);
  await ask(session, 'rollback', OBSERVE_TIMEOUT_MS);
  if (asked.kind === 'sql-error')
    throw new Refused({ kind: 'sql-error', error: asked.error, constraint: id });
  const { rows, rowCount } = asked.results.at(-1) ?? { rows: [], rowCount: 0 };
  return { id, violations: rowCount, sample: rows.slice(0, 5), ...(error ? { error: inShort(error) } : {}) };
}

/** What of an error is evidence; where in the given writes it came is not. */
function inShort({ sqlstate, message, hint }: SqlError): NonNullable<InvariantEvidence['error']> {
  return { sqlstate, message, ...(hint === undefined ? {} : { hint }) };
}

/** Indexes that no plan needs, with what the given writes come to when each is gone. Throws Refused. */
export async function observeWritesWithout(
  session: Session,
  idle: readonly IdleEvidence[],
  created: readonly IndexEvidence[],
  needs: readonly Need[],
  timeoutMs: number,
): Promise<readonly IdleEvidence[]> {
  const written = needs.filter((need): need is Invariant => need.kind === 'invariant' && !!need.writes);
  if (written.length === 0) return idle;
  const seen: IdleEvidence[] = [];
  for (const one of idle) {
    const index = one.kind === 'index' && created.find(({ name }) => name === one.name);
    const invariants: InvariantEvidence[] = [];
    for (const need of index ? written : []) {
      const drops = index ? [dropIndex(index)] : [];
      invariants.push(await checkInvariant(session, need, timeoutMs, drops));
    }
    seen.push(invariants.length > 0 ? { ...one, invariants } : one);
  }
  return seen;
}
