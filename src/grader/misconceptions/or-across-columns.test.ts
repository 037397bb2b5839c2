import { describe, expect, it } from 'vitest';
import { byIndex, limited, run, seq, sorted } from './sample-plans.ts';
import { type Case, find, index, shipped } from './sample-recognition.ts';

const messageOf = (sample: Case) =>
  find(sample).find(({ misconception }) => misconception === 'or-across-columns')?.message;

describe('or-across-columns, where the query stays', () => {
  const either = [run(sorted(['orders.id'], seq("((orders.phone = '1') OR (orders.email = 'a@b'))")))];

  it('asks for an index for each side, and says which column has none', () => {
    const message = messageOf({ seen: either, indexes: [index('i', 'phone, email')] });
    expect(message).toContain('Each side of the OR needs an index that begins with its column');
    expect(message).toContain('joins the two bitmaps. No index begins with email.');
    expect(message).not.toMatch(/until enough fit|comparison of rows/);
  });

  it('names no column where each has an index', () => {
    const both = [index('i', 'phone', { method: 'brin' }), index('j', 'email', { method: 'brin' })];
    expect(messageOf({ seen: either, indexes: both })).toMatch(/two bitmaps\.$/);
  });

  it('is about what is read, not about what it takes', () => {
    expect(messageOf({ seen: either, fails: ['index-bytes'] })).toBeUndefined();
  });
});

describe('or-across-columns, in a workload with one budget', () => {
  const OR = "((orders.phone = '1') OR (orders.email = 'a@b'))";
  const workload = (times: number): Case => ({
    fails: ['total'],
    runs: { q: 1, caller: times },
    seen: [run(seq("(orders.status = 'x'::text)"), 2000), { ...run(seq(OR), 561), query: 'caller' }],
  });

  it('finds it in a query that is not the longest and comes often', () => {
    expect(messageOf(workload(100))).toContain('The condition on phone and email is an OR');
    expect(messageOf(workload(100))).toContain('561 pages');
  });

  it('says nothing of a query that hardly weighs', () => {
    expect(messageOf({ ...workload(100), runs: { q: 400, caller: 100 } })).toBeUndefined();
  });
});

describe('or-across-columns, where the query may change', () => {
  const page = (filter: string, cond?: string): Case => ({
    task: 'rewrite',
    seen: [run(limited(20, byIndex('i', { Filter: filter, ...(cond ? { 'Index Cond': cond } : {}) })))],
    before: [shipped('i', 'at, id'), shipped('other', 'total DESC, at')],
  });
  const FILTER = '((orders.at < $1) OR ((orders.at = $1) AND (orders.id < $2)))';

  it('advises one comparison of rows where the order runs one way', () => {
    const message = messageOf(page(FILTER));
    expect(message).toContain('(at, id) with (x, y), which is a single place in an index on (at, id)');
    expect(message).toContain('or add the condition that both sides have in common');
    expect(messageOf(page(FILTER, '(orders.at <= $1)'))).not.toContain('in common');
  });

  it('advises a part for each range where the order runs both ways', () => {
    const mixed = {
      ...page('((orders.total < $1) OR (ROW(orders.at, orders.id) > ROW($2, $3)))', '(orders.total <= $1)'),
      before: [
        shipped('i', 'total, at, id', {
          definition: 'CREATE INDEX i ON public.orders USING btree (total DESC, at, id)',
        }),
      ],
    };
    const message = messageOf(mixed);
    expect(message).toContain('one comparison of (total, at, id) with (x, y, z) cannot say it');
    expect(message).toContain('a bound that both sides share begins before');
    expect(message).toContain('join them by UNION ALL');
    expect(message).not.toContain('in common');
  });

  it('takes the order from a sort where there is one, and knows of none otherwise', () => {
    const filtered = seq(FILTER);
    const byBoth = sorted(['orders.at DESC', 'orders.id'], filtered);
    expect(messageOf({ task: 'rewrite', seen: [run(byBoth)] })).toContain('downwards in one column');
    expect(messageOf({ task: 'rewrite', seen: [run(filtered)] })).toContain('Ask for each side by itself');
  });
});
