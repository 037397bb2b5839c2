import { describe, expect, test } from 'vitest';
import { checkSchema, judgeCheck, titleOfCheck } from './all-checks.ts';
import type { LockEvidence } from './evidence.ts';
import { evidenceOf } from './sample-evidence.ts';

const written = { id: 'open', kind: 'lock', table: 'orders', 'at-most': 'share update exclusive' };

const built: LockEvidence = {
  table: 'orders',
  statement: 'create index on orders (id)',
  mode: 'share',
  from: 'seen',
  rewritten: false,
};
const beside: LockEvidence = { ...built, mode: 'share update exclusive', from: 'manual' };

function verdict(check: object, locks?: readonly LockEvidence[]): string {
  const evidence = { ...evidenceOf([], []), ...(locks && { locks }) };
  const { state, message } = judgeCheck(checkSchema.parse(check), evidence);
  return `${state}: ${message}`;
}

describe('lock', () => {
  test('a weaker lock will do, and what is known from the manual says so', () => {
    expect(verdict(written, [beside])).toBe(
      'passed: “create index on orders (id)” takes, as the manual says, a SHARE UPDATE EXCLUSIVE lock on orders: others read and write meanwhile.',
    );
  });

  test('the strongest lock of all statements decides', () => {
    expect(verdict(written, [beside, built, beside])).toBe(
      'failed: “create index on orders (id)” takes a SHARE lock on orders: writes of others wait until it ends. At most SHARE UPDATE EXCLUSIVE is asked for.',
    );
  });

  test('locks on another table are none of it', () => {
    expect(verdict(written, [{ ...built, table: 'customers' }])).toBe('passed: No statement locks orders.');
    expect(verdict(written, [{ ...built, mode: undefined }])).toBe('passed: No statement locks orders.');
  });

  test('a table that is written anew is told, where that is asked', () => {
    const anew = {
      ...built,
      statement: 'alter table orders',
      mode: 'access exclusive',
      rewritten: true,
    } as const;
    const any = { ...written, 'at-most': 'access exclusive' };
    expect(verdict(any, [anew])).toMatch(/^passed: /);
    expect(verdict({ ...any, rewrite: false }, [anew])).toMatch(
      /^failed: .*reads and writes of others wait.* “alter table orders” writes the whole table anew\.$/,
    );
  });

  test('without a look at locks nothing is passed', () => {
    expect(verdict(written)).toMatch(/^not-run/);
  });

  test('the goal is in words', () => {
    expect(titleOfCheck(checkSchema.parse({ ...written, rewrite: false }))).toBe(
      'locks orders with SHARE UPDATE EXCLUSIVE at most, and does not write it anew',
    );
  });
});
