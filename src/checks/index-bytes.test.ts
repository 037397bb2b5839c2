import { describe, expect, test } from 'vitest';
import { checkSchema, titleOfCheck } from './all-checks.ts';
import { evidenceOf, twoIndexes } from './sample-evidence.ts';
import { checkOf, verdict } from './sample-verdict.ts';

describe('index-bytes', () => {
  test('the bytes of the new indexes, and no others', () => {
    expect(verdict({ id: 'c', kind: 'index-bytes', 'at-most': '4 MB' }, twoIndexes)).toMatch(/^passed/);
    expect(verdict({ id: 'c', kind: 'index-bytes', 'at-most': '3.9 MB' }, twoIndexes)).toMatch(
      /^failed: .*4 MB \(a 3 MB, b 1 MB\)/,
    );
    expect(verdict({ id: 'c', kind: 'index-bytes', 'at-most': '8 kB' }, evidenceOf([], []))).toMatch(
      /^passed: No index/,
    );
    expect(checkSchema.safeParse({ id: 'c', kind: 'index-bytes', 'at-most': '8 mb' }).success).toBe(false);
  });

  test('what is over a budget does not read like it', () => {
    const written = { id: 'c', kind: 'index-bytes', 'at-most': '3.99 MB' };
    expect(verdict(written, twoIndexes)).toMatch(/take 4 MB .*; the budget is 3\.99 MB\.$/);
    expect(titleOfCheck(checkOf(written))).toBe('adds at most 3.99 MB of indexes');
    const byABit = { ...written, 'at-most': '4194303 bytes' };
    expect(verdict(byABit, twoIndexes)).toMatch(/take 4,194,304 bytes .*; the budget is 4 MB\.$/);
  });
});
