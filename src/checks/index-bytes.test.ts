import { describe, expect, test } from 'vitest';
import { checkSchema } from './all-checks.ts';
import { evidenceOf, twoIndexes } from './sample-evidence.ts';
import { verdict } from './sample-verdict.ts';

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
});
