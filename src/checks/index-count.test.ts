import { describe, expect, test } from 'vitest';
import { twoIndexes } from './sample-evidence.ts';
import { verdict } from './sample-verdict.ts';

describe('index-count', () => {
  test('the number of new indexes, and no others', () => {
    expect(verdict({ id: 'c', kind: 'index-count', 'at-most': 2 }, twoIndexes)).toMatch(/^passed/);
    expect(verdict({ id: 'c', kind: 'index-count', 'at-most': 1 }, twoIndexes)).toMatch(
      /^failed: .*2 indexes \(a, b\)/,
    );
  });
});
