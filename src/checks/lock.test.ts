import { describe, expect, test } from 'vitest';
import { titleOfCheck } from './all-checks.ts';
import type { LockEvidence } from './evidence.ts';
import { evidenceOf } from './sample-evidence.ts';
import { checkOf, verdict } from './sample-verdict.ts';

const written = { id: 'open', kind: 'lock', table: 'orders', 'at-most': 'share update exclusive' };

const built: LockEvidence = {
  table: 'orders',
  statement: 'create index on orders (id)',
  mode: 'share',
  from: 'seen',
  rewritten: false,
};
const beside: LockEvidence = { ...built, mode: 'share update exclusive', from: 'manual' };

/** The verdict where these locks were seen; where none are given, nobody looked. */
function onLocks(check: object, locks?: readonly LockEvidence[]): string {
  return verdict(check, evidenceOf([], [], locks && { locks }));
}

describe('lock', () => {
  test('a weaker lock will do, and what is known from the manual says so', () => {
    expect(onLocks(written, [beside])).toBe(
      'passed: “create index on orders (id)” takes, as the manual says, a SHARE UPDATE EXCLUSIVE lock on orders: others read and write meanwhile.',
    );
  });

  test('the strongest lock of all statements decides', () => {
    expect(onLocks(written, [beside, built, beside])).toBe(
      'failed: “create index on orders (id)” takes a SHARE lock on orders: writes of others wait until it ends. At most SHARE UPDATE EXCLUSIVE is asked for.',
    );
  });

  test('every statement that takes too strong a lock is told', () => {
    const dropped: LockEvidence = { ...built, statement: 'drop index i', mode: 'access exclusive' };
    expect(onLocks(written, [dropped, beside, built])).toBe(
      'failed: “drop index i” takes an ACCESS EXCLUSIVE lock on orders: reads and writes of others wait until it ends. “create index on orders (id)” takes a SHARE lock on orders: writes of others wait until it ends. At most SHARE UPDATE EXCLUSIVE is asked for.',
    );
  });

  test('locks on another table are none of it', () => {
    expect(onLocks(written, [{ ...built, table: 'customers' }])).toBe('passed: No statement locks orders.');
    expect(onLocks(written, [{ ...built, mode: undefined }])).toBe('passed: No statement locks orders.');
  });

  test('a table that is written anew is told, where that is asked', () => {
    const anew = {
      ...built,
      statement: 'alter table orders',
      mode: 'access exclusive',
      rewritten: true,
    } as const;
    const any = { ...written, 'at-most': 'access exclusive' };
    expect(onLocks(any, [anew])).toMatch(/^passed: /);
    expect(onLocks({ ...any, rewrite: false }, [anew])).toMatch(
      /^failed: .*reads and writes of others wait.* “alter table orders” writes the whole table anew\.$/,
    );
  });

  test('without a look at locks nothing is passed', () => {
    expect(onLocks(written)).toMatch(/^not-run/);
  });

  test('the goal is in words', () => {
    expect(titleOfCheck(checkOf({ ...written, rewrite: false }))).toBe(
      'locks orders with SHARE UPDATE EXCLUSIVE at most, and does not write it anew',
    );
  });
});
