import { describe, expect, test } from 'vitest';
import { planNode, scanOf } from './sample-evidence.ts';
import { onPlans } from './sample-verdict.ts';

describe('estimate', () => {
  const plan = planNode('Sort', {}, [
    scanOf('Seq Scan', 'orders', { 'Plan Rows': 100, 'Actual Rows': 1000 }),
  ]);

  test('the worst node, or those of one table', () => {
    const written = { kind: 'estimate', within: 9 };
    expect(onPlans(written, { plan })).toBe(
      'failed: Seq Scan on orders: the planner expected 100 rows and got 1,000.',
    );
    expect(onPlans({ ...written, within: 10 }, { plan })).toMatch(/^passed/);
    expect(onPlans({ ...written, relation: 'orders' }, { plan })).toMatch(/^failed/);
    expect(onPlans({ ...written, relation: 'users' }, { plan })).toMatch(
      /^failed: The plan does not read users/,
    );
    expect(onPlans(written, { plan: planNode('Sort') })).toMatch(/^passed/);
  });
});
