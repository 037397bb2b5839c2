import { describe, expect, test } from 'vitest';
import { evidenceOf } from './sample-evidence.ts';
import { verdict } from './sample-verdict.ts';

describe('constraint', () => {
  test('an invariant', () => {
    const written = { id: 'sums', kind: 'constraint', sql: 'select 1' };
    const found = (violations: number) =>
      evidenceOf([], [], { invariants: [{ id: 'sums', violations, sample: [['7', null]] }] });
    expect(verdict(written, found(0))).toBe('passed: It holds.');
    expect(verdict({ ...written, writes: 'x' }, found(2))).toBe(
      'failed: 2 rows break it after the given writes, such as (7, NULL).',
    );
    const told = (...sample: readonly (readonly string[])[]) =>
      verdict(
        written,
        evidenceOf([], [], { invariants: [{ id: 'sums', violations: sample.length, sample }] }),
      );
    expect(told(['threads: 263 pages'], ['activities: 1827 pages'])).toBe(
      'failed: 2 rows break it: “threads: 263 pages”, “activities: 1827 pages”.',
    );
    expect(told(['7'])).toBe('failed: 1 row breaks it: (7).');
    expect(verdict({ ...written, id: 'other' }, found(0))).toMatch(/^not-run/);
  });

  test('an invariant whose given writes end in an error', () => {
    const written = { id: 'sums', kind: 'constraint', sql: 'select 1', writes: 'x' };
    const found = (sqlstate: string, violations: number) =>
      evidenceOf([], [], {
        invariants: [{ id: 'sums', violations, sample: [['7']], error: { sqlstate, message: 'no' } }],
      });
    expect(verdict(written, found('23505', 0))).toBe(
      'passed: It holds after the given writes. They were refused: no.',
    );
    expect(verdict(written, found('23505', 1))).toMatch(
      /^failed: 1 row breaks it .* They were refused: no\./,
    );
    expect(verdict(written, found('22012', 0))).toBe(
      'failed: The given writes ended in an error that is no rule of the data: no.',
    );
    const error = { sqlstate: '55000', message: 'no', hint: 'Create a unique index.' };
    const hinted = evidenceOf([], [], { invariants: [{ id: 'sums', violations: 0, sample: [], error }] });
    expect(verdict(written, hinted)).toMatch(/no rule of the data: no\. Create a unique index\.$/);
  });
});
