import { describe, expect, test } from 'vitest';
import { planNode } from './sample-evidence.ts';
import { onPlans } from './sample-verdict.ts';

describe('temp', () => {
  test('pages read and pages written count', () => {
    const plan = planNode('Sort', { 'Temp Read Blocks': 3, 'Temp Written Blocks': 4 });
    expect(onPlans({ kind: 'temp', 'at-most': 7 }, { plan })).toMatch(/^passed/);
    expect(onPlans({ kind: 'temp', 'at-most': 6 }, { plan })).toMatch(/^failed: 7 pages/);
  });
});
