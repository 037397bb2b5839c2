import { describe, expect, test } from 'vitest';
import { evidenceOf } from './sample-evidence.ts';
import { verdict } from './sample-verdict.ts';

describe('total', () => {
  const written = { id: 'c', kind: 'total', runs: { q: 100, r: 1 } };
  const start = [{ pages: 1000 }, { query: 'r', pages: 5000 }];

  test('each query counts as often as it runs, on the average of its parameters', () => {
    const after = [{ pages: 4 }, { shown: false, params: ['7'], pages: 8 }, { query: 'r', pages: 5000 }];
    expect(verdict({ ...written, 'at-most': 5600 }, evidenceOf(start, after))).toBe(
      'passed: The workload reads 5,600 pages; the budget is 5,600. Most of it: r 5,000 (1 × 5,000), q 600 (100 × 6).',
    );
    expect(verdict({ ...written, 'at-most': '5%', than: 'start' }, evidenceOf(start, after))).toMatch(
      /^failed: .* the budget is 5,250 \(5 % of the 105,000 at the start\)/,
    );
  });

  test('a share is exact to the page', () => {
    const both = (pages: number) => [{ pages }, { query: 'r', pages: 0 }];
    const within = { ...written, 'at-most': '29%', than: 'start' };
    expect(verdict(within, evidenceOf(both(1), both(0.29)))).toMatch(/^passed: .* the budget is 29 /);
  });

  test('a query that was not run is no saving', () => {
    expect(verdict({ ...written, 'at-most': 9000 }, evidenceOf(start, [{ pages: 4 }]))).toMatch(/^not-run/);
  });
});
