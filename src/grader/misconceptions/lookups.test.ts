import { describe, expect, it } from 'vitest';
import { planNode, scanOf } from '../../checks/sample-evidence.ts';
import { byIndex, limited, run, seq } from './sample-plans.ts';
import { type Case, find, index, shipped } from './sample-recognition.ts';

const messageOf = (id: string, sample: Case) =>
  find(sample).find(({ misconception }) => misconception === id)?.message;

const asked = [run(planNode('Aggregate', { Output: ['max(at)'] }, [seq('(orders.customer_id = 42)')]))];
const maximum = (scan: Readonly<Record<string, unknown>>) =>
  run(
    planNode('Result', { Output: ['(InitPlan 1).col1'] }, [
      { ...limited(1, scan), 'Parent Relationship': 'InitPlan', Output: ['orders.at'] },
    ]),
    412,
  );
const walk = maximum(byIndex('i', { Filter: '(orders.customer_id = 42)', 'Actual Rows': 1 }));
const walking: Case = {
  fails: ['access'],
  indexOnly: true,
  start: asked,
  seen: [walk],
  indexes: [index('i', 'at')],
};

describe('an index that is gone through for a maximum', () => {
  it('begins with the wrong column', () => {
    const message = messageOf('wrong-leading-column', walking);
    expect(message).toContain('begins with at, and customer_id, for which the query gives a value');
    expect(message).toContain('412 pages');
  });

  it('lacks more than a column', () => {
    expect(messageOf('select-star', walking)).toBeUndefined();
  });
});

describe('an index whose second column is a range', () => {
  const ranged = (more = {}) =>
    run(byIndex('i', { 'Index Cond': "(orders.at <= '2025-05-05')", 'Actual Rows': 5, ...more }), 44);
  const say = (seen: Case['seen']) =>
    messageOf('wrong-leading-column', { seen, indexes: [index('i', 'priority, at')] });

  it('lacks the value that the query gives', () => {
    expect(say([ranged({ Filter: "(orders.queue = 'mail')" })])).toContain(
      'begins with priority, and queue, for which the query gives a value, is not in it at all',
    );
  });

  it('can only filter by it, or seeks anew for each value of the first one', () => {
    expect(say([ranged({ 'Index Searches': 1 })])).toContain('can only filter, not seek');
    expect(say([ranged({ 'Index Searches': 5 })])).toContain(
      'the condition on at is sought anew in every value of priority, 5 times',
    );
  });
});

describe('select-star', () => {
  const sought = (more = {}) =>
    maximum(byIndex('i', { 'Index Cond': '(orders.customer_id = 42)', 'Actual Rows': 1, ...more }));
  const looking: Case = { ...walking, seen: [sought()], indexes: [index('i', 'customer_id')] };

  it('names columns and not what EXPLAIN calls its parts', () => {
    const message = messageOf('select-star', looking);
    expect(message).toContain('i finds the 1 row, but at is not in it');
    expect(message).toMatch(/Add at to the index; INCLUDE is made for this\.$/);
  });

  it('advises no index where only the query may change', () => {
    const rewrite: Case = {
      ...looking,
      task: 'rewrite',
      indexes: [],
      before: [shipped('i', 'customer_id')],
    };
    const message = messageOf('select-star', rewrite);
    expect(message).toContain('do not ask for at');
    expect(message).not.toContain('INCLUDE');
  });

  it('advises no INCLUDE in an index that hands out no columns', () => {
    const hash = { ...looking, indexes: [index('i', 'customer_id', { method: 'hash' })] };
    expect(messageOf('select-star', hash)).toContain('A hash index hands out no columns: make it a B-tree');
  });
});

it('visibility-map-not-set: VACUUM FULL is another thing', () => {
  const seen = [run(byIndex('i', { 'Index Cond': '(orders.id = 1)', Output: ['id'] }))];
  const covered: Case = { fails: ['access'], indexOnly: true, seen, indexes: [index('i', 'id')] };
  expect(messageOf('visibility-map-not-set', covered)).toContain('VACUUM FULL does not');
});

describe('wrong-leading-column', () => {
  it('speaks of = only where something is compared with it', () => {
    const seen = [run(seq("(orders.country >= 'France'::text)"))];
    const message = messageOf('wrong-leading-column', { seen, indexes: [index('i', 'at, country')] });
    expect(message).toMatch(/put country there\.$/);
  });

  it('sees that a partial index over all values says nothing of which', () => {
    const filter = "((orders.coupon = 'A'::text) AND (orders.at >= '2024-01-01'))";
    const partial = (more = {}) => index('i', 'at', { predicate: '(coupon IS NOT NULL)', ...more });
    const sample = (made: ReturnType<typeof partial>): Case => ({
      seen: [run(seq(filter))],
      indexes: [made],
    });
    expect(messageOf('wrong-leading-column', sample(partial()))).toContain('coupon, for which the query');
    expect(messageOf('wrong-leading-column', sample(partial({ included: ['coupon'] })))).toContain(
      'is only carried along in it',
    );
    const one = partial({ predicate: "(coupon = 'A'::text)" });
    expect(messageOf('wrong-leading-column', sample(one))).toBeUndefined();
  });
});

describe('partitions that are all read', () => {
  const part = (table: string) => (at: number) => scanOf('Seq Scan', `${table}_${at}`, { pages: 40 });
  const joined = planNode('Hash Join', { pages: 90 }, [
    planNode('Append', { pages: 80 }, [0, 1].map(part('lines'))),
    scanOf('Seq Scan', 'sales', { pages: 10 }),
  ]);

  it('are told with the pages of their own, and without those of the table that they are joined with', () => {
    const more = { partitions: { lines: ['lines_0', 'lines_1'] } };
    expect(messageOf('partition-key-missing', { seen: [run(joined, 90)], more })).toContain(
      'All 2 partitions of lines are read, 80 pages:',
    );
  });
});
