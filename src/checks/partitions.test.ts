import { describe, expect, test } from 'vitest';
import { planNode, scanOf } from './sample-evidence.ts';
import { onPlans } from './sample-verdict.ts';

describe('partitions', () => {
  const part = (name: string, loops = 1) => scanOf('Seq Scan', name, { 'Actual Loops': loops });
  const plan = planNode('Append', {}, [
    part('events_1'),
    part('events_2'),
    part('events_3', 0),
    part('users'),
  ]);
  const written = { kind: 'partitions', table: 'events', 'at-most': 2 };

  test('those that ran, once each', () => {
    expect(onPlans(written, { plan })).toBe(
      'passed: The plan reads 2 partitions of events: events_1, events_2.',
    );
    expect(onPlans({ ...written, 'at-most': 1 }, { plan })).toMatch(/^failed/);
    expect(onPlans(written, { plan: part('users') })).toMatch(/^failed: The plan reads no partition/);
  });
});
