import { z } from 'zod';
import { LOCK_MODES, type LockMode, stoppedBy, strongerLock } from '../sql/lock-modes.ts';
import type { CheckKind, Verdict } from './check.ts';
import type { LockEvidence } from './evidence.ts';
import { id, table, title } from './keys.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('lock'),
    title,
    table: table.describe('The table that others go on using meanwhile.'),
    'at-most': z
      .enum(LOCK_MODES)
      .describe('The strongest lock on the table that a statement may take, e.g. share update exclusive.'),
    rewrite: z.boolean().optional().describe('false: no statement may write the whole table anew.'),
  })
  .describe('What a change stops while it runs: the strongest lock that it takes on a table.');

type LockCheck = z.infer<typeof schema>;

const nameOf = (mode: LockMode): string => mode.toUpperCase();
const withArticle = (mode: LockMode): string => `${/^[ae]/.test(mode) ? 'an' : 'a'} ${nameOf(mode)}`;

function describeLock({ statement, mode, from }: LockEvidence, name: string): string {
  if (mode === undefined) return `No statement locks ${name}.`;
  const stopped = stoppedBy(mode);
  const effect = stopped ? `${stopped} of others wait until it ends` : 'others read and write meanwhile';
  const known = from === 'manual' ? ', as the manual says,' : '';
  return `“${statement}” takes${known} ${withArticle(mode)} lock on ${name}: ${effect}.`;
}

function strongest(locks: readonly LockEvidence[]): LockEvidence | undefined {
  return locks.reduce<LockEvidence | undefined>(
    (held, lock) => (held && strongerLock(held.mode, lock.mode) === held.mode ? held : lock),
    undefined,
  );
}

function judgeLocks(check: LockCheck, locks: readonly LockEvidence[]): Verdict {
  const held = strongest(locks);
  const rewriting = check.rewrite === false ? locks.find(({ rewritten }) => rewritten) : undefined;
  const figure = held?.mode === undefined ? 'no lock' : nameOf(held.mode);
  const isTooMuch = ({ mode }: LockEvidence) => strongerLock(check['at-most'], mode) !== check['at-most'];
  const allowed = held === undefined || !isTooMuch(held);
  const others = locks.filter((lock) => lock !== held && isTooMuch(lock));
  const told = (held ? [held, ...others] : [])
    .map((lock) => describeLock(lock, check.table))
    .concat(held ? [] : [`No statement locks ${check.table}.`])
    .join(' ');
  const asked = allowed ? '' : ` At most ${nameOf(check['at-most'])} is asked for.`;
  const written = rewriting ? ` “${rewriting.statement}” writes the whole table anew.` : '';
  return { state: allowed && !rewriting ? 'passed' : 'failed', message: told + asked + written, figure };
}

export const lock: CheckKind<typeof schema> = {
  kind: 'lock',
  schema,
  decidedBy: 'created',
  title: (check) => {
    if (check.title !== undefined) return check.title;
    const anew = check.rewrite === false ? ', and does not write it anew' : '';
    return `locks ${check.table} with ${nameOf(check['at-most'])} at most${anew}`;
  },
  needs: (check) => [{ kind: 'lock', table: check.table }],
  judge: (check, { locks }) =>
    locks
      ? judgeLocks(
          check,
          locks.filter(({ table: locked }) => locked === check.table),
        )
      : { state: 'not-run', message: `The locks on ${check.table} were not looked at.` },
};
