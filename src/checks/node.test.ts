import { describe, expect, test } from 'vitest';
import { planNode, scanOf } from './sample-evidence.ts';
import { onPlans } from './sample-verdict.ts';

describe('node', () => {
  const plan = planNode('Hash Join', { 'Join Type': 'Anti' }, [scanOf('Seq Scan', 'orders')]);
  test.each([
    [{ node: 'Hash Anti Join', present: true }, 'passed'],
    [{ node: 'Hash Join', present: false }, 'failed'],
    [{ node: 'Memoize', present: true }, 'failed'],
    [{ node: 'Seq Scan', relation: 'customers', present: true }, 'failed'],
    [{ node: 'Seq Scan', relation: 'orders', present: true }, 'passed'],
  ])('%j', (written, state) => {
    expect(onPlans({ kind: 'node', ...written }, { plan })).toMatch(new RegExp(`^${state}: The plan holds`));
  });
});
