import { describe, expect, test } from 'vitest';
import { scanOf } from './sample-evidence.ts';
import { onPlans } from './sample-verdict.ts';

describe('heap-fetches', () => {
  test('only an index-only scan can keep to it', () => {
    const plan = scanOf('Index Only Scan', 'orders', { 'Heap Fetches': 3 });
    expect(onPlans({ kind: 'heap-fetches', 'at-most': 3 }, { plan })).toMatch(/^passed/);
    expect(onPlans({ kind: 'heap-fetches', 'at-most': 2 }, { plan })).toMatch(
      /^failed: .*visited the table for 3/,
    );
    expect(onPlans({ kind: 'heap-fetches', 'at-most': 9 }, { plan: scanOf('Index Scan', 'orders') })).toMatch(
      /^failed/,
    );
  });
});
