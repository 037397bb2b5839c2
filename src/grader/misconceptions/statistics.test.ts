import { describe, expect, it } from 'vitest';
import type { StatisticsEvidence } from '../../checks/evidence.ts';
import { planNode } from '../../checks/sample-evidence.ts';
import { off, run, seq } from './sample-plans.ts';
import { type Case, find } from './sample-recognition.ts';

const messageOf = (id: string, sample: Case) =>
  find(sample).find(({ misconception }) => misconception === id)?.message;

const month: StatisticsEvidence = {
  table: 'orders',
  name: 'm',
  kinds: ['expressions'],
  columns: [],
  expressions: ["date_trunc('month'::text, at)"],
  collected: false,
  created: true,
};

describe('correlated-columns', () => {
  const twoColumns = off("((orders.city = 'Lyon'::text) AND (orders.country = 'France'::text))", 232, 1655);
  const said = (...statistics: readonly StatisticsEvidence[]) =>
    messageOf('correlated-columns', { fails: ['estimate'], seen: [twoColumns], more: { statistics } });

  it('says what an object keeps that is about an expression', () => {
    expect(said(month)).toContain(
      "m keeps statistics of date_trunc('month'::text, at), which does not answer that",
    );
    const both = {
      ...month,
      kinds: ['ndistinct', 'expressions'],
      columns: ['city'],
      expressions: ['lower(email)'],
    };
    expect(said(both)).toContain('m keeps ndistinct of city, lower(email) and statistics of lower(email)');
  });

  it('says nothing of an object of another table', () => {
    expect(said({ ...month, table: 'customers' })).not.toContain('m keeps');
  });
});

describe('groups that the planner cannot count', () => {
  const grouped = (expected: number, groups: number) =>
    run(
      planNode(
        'Aggregate',
        {
          'Group Key': ["(date_trunc('month'::text, orders.at))"],
          'Plan Rows': expected,
          'Actual Rows': groups,
        },
        [
          planNode(
            'Sort',
            {
              'Parent Relationship': 'Outer',
              'Sort Method': 'external merge',
              'Sort Space Used': 5656,
              'Sort Space Type': 'Disk',
              'Temp Written Blocks': 709,
            },
            [seq('(orders.id > 0)')],
          ),
        ],
      ),
    );
  const sample = (statistics: readonly StatisticsEvidence[], more: Partial<Case> = {}): Case => ({
    allow: ['create-statistics', 'analyze'],
    fails: ['temp', 'estimate'],
    seen: [grouped(179_657, 864)],
    more: { statistics },
    ...more,
  });

  it('stale-statistics: an order form that nobody has filled', () => {
    const message = messageOf('stale-statistics', sample([month]));
    expect(message).toContain('The planner expects 179,657 groups and gets 864');
    expect(message).toContain('CREATE STATISTICS is an order form');
  });

  it.each([
    { ...month, collected: true },
    { ...month, table: 'customers' },
    { ...month, kinds: ['ndistinct'], columns: ['at', 'id'] },
  ])('stale-statistics: not $table, $kinds, $collected', (object) => {
    expect(messageOf('stale-statistics', sample([object]))).toBeUndefined();
  });

  it('spilled-to-disk: advises what the exercise lets one do', () => {
    const message = messageOf('spilled-to-disk', sample([]));
    expect(message).toContain('expected 179,657 groups and sorts the rows');
    expect(message).not.toContain('index');
    const right = messageOf('spilled-to-disk', sample([], { seen: [grouped(900, 864)] }));
    expect(right).toMatch(/written and read back\.$/);
    const rewrite = messageOf('spilled-to-disk', sample([], { task: 'rewrite', allow: [] }));
    expect(rewrite).toContain('fewer columns');
    expect(rewrite).not.toContain('index');
    const tune = messageOf('spilled-to-disk', sample([], { allow: ['create-index'] }));
    expect(tune).toContain('where an index delivers the order there is nothing to sort');
    expect(tune).not.toContain('fewer columns');
  });
});
