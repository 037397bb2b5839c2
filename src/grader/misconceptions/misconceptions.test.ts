import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planNode } from '../../checks/sample-evidence.ts';
import { findInError } from '../find-misconceptions.ts';
import { allMisconceptions } from './all-misconceptions.ts';
import { INDEX_MISTAKES } from './sample-index-mistakes.ts';
import { byIndex, limited, off, run, seq, sorted } from './sample-plans.ts';
import { QUERY_MISTAKES } from './sample-query-mistakes.ts';
import { type Case, find, index, shipped } from './sample-recognition.ts';

const CASES = { ...INDEX_MISTAKES, ...QUERY_MISTAKES };
const sortedBy = (...keys: readonly string[]) =>
  run(limited(15, sorted(keys, seq('(orders.customer_id = 42)'))));
const ids = (sample: Case) => find(sample).map(({ misconception }) => misconception);
const messageOf = (sample: Case, id: string) =>
  find(sample).find(({ misconception }) => misconception === id)?.message;

/** Sort keys of a query for one customer, an index that begins with the customer, and what is said of the order. */
const ORDERS: readonly (readonly [keys: readonly string[], columns: string, says: string | undefined])[] = [
  [['orders.at'], 'customer_id, at', undefined],
  [['orders.at DESC'], 'customer_id, at', undefined],
  [['orders.at DESC NULLS LAST'], 'customer_id, at NULLS FIRST', undefined],
  [['orders.at DESC NULLS LAST'], 'customer_id, at DESC NULLS LAST', undefined],
  [
    ['orders.at DESC NULLS LAST'],
    'customer_id, at',
    'the rows without a value first, and they are asked for last',
  ],
  [['orders.at DESC NULLS LAST'], 'customer_id, at DESC', 'the rows without a value first'],
  [
    ['orders.at NULLS FIRST'],
    'customer_id, at',
    'the rows without a value last, and they are asked for first',
  ],
  [['orders.at DESC', 'orders.b'], 'customer_id, b, at', 'at does not come next in it'],
  [['orders.customer_id', 'orders.at DESC NULLS LAST'], 'customer_id, at', 'the rows without a value first'],
  [['orders.at'], 'customer_id, at) INCLUDE (b', undefined],
];

describe('sort-not-served', () => {
  it.each(ORDERS)('%j from an index on (%s)', (keys, columns, says) => {
    const definition = `CREATE INDEX i ON public.orders USING btree (${columns})`;
    const names = columns.split(', ').map((key) => key.replace(/ .*|\).*/, ''));
    const made = index('i', columns, { definition, columns: names });
    const message = messageOf({ seen: [sortedBy(...keys)], indexes: [made] }, 'sort-not-served');
    if (says === undefined) expect(message).toBeUndefined();
    else expect(message).toContain(says);
  });

  it('names the direction where only that is in the way', () => {
    const keys = ['orders.created_at', 'orders.id DESC'];
    const range = seq("((orders.customer_id = 42) AND (orders.created_at >= '2023-01-01'))");
    const sample = {
      seen: [run(limited(15, sorted(keys, range)))],
      indexes: [index('i', 'customer_id, created_at, id')],
    };
    expect(messageOf(sample, 'sort-not-served')).toContain('id comes upwards, and it is asked for downwards');
  });
});

describe('a workload of several queries', () => {
  const first = {
    ...run(byIndex('i', { 'Index Cond': '((orders.a = 1) AND (orders.b = 2))' })),
    query: 'first',
  };
  const other = { ...run(seq('(orders.b = 2)')), query: 'other' };

  it('does not blame an index that was made for one of them for another', () => {
    const made = { seen: [first, other], indexes: [index('i', 'a, b')] };
    expect(ids(made)).not.toContain('wrong-leading-column');
    expect(ids({ ...made, indexes: [index('i', 'c, b')] })).toContain('wrong-leading-column');
  });

  it('blames nothing for a query that another index serves, also one that was there before', () => {
    const served = { seen: [other], indexes: [index('i', 'c, b')], before: [shipped('by_b', 'b')] };
    expect(ids(served)).not.toContain('wrong-leading-column');
  });

  it('sees a column of a partial index that its predicate mentions as well', () => {
    const seen = [run(seq("((orders.status = 'x'::text) AND (orders.a > 5))"))];
    const predicate = "(status <> 'y'::text)";
    expect(ids({ seen, indexes: [index('i', 'status, a', { predicate })] })).not.toContain(
      'wrong-leading-column',
    );
  });
});

describe('what a failed check has to do with it', () => {
  it.each(['correlated-columns', 'spilled-to-disk'])('%s is looked for behind a total too', (id) => {
    const shows = CASES[id]?.shows;
    if (!shows) throw new Error('no case');
    expect(ids({ ...shows, fails: ['total'] })).toContain(id);
    expect(ids({ ...shows, fails: ['rows'] })).not.toContain(id);
  });

  it('an index that nothing reads is named where nothing else is wrong', () => {
    const idle = {
      seen: [run(byIndex('i'))],
      indexes: [index('i', 'a'), index('j', 'note')],
      more: { idle: [{ kind: 'index' as const, name: 'j', without: [] }] },
    };
    expect(messageOf({ ...idle, fails: ['nothing-idle'] }, 'redundant-write-cost')).toContain(
      'none of them reads j',
    );
    expect(ids({ ...idle, fails: ['nothing-idle', 'buffers'] })).not.toContain('redundant-write-cost');
  });
});

it('stale-statistics: an expression that was never analyzed', () => {
  const seen = [off('((orders.a * orders.b) > 5300)', 80_000, 40)];
  const fresh = (collected: boolean) => [index('i', '(a * b)', { collected, columns: ['(a * b)'] })];
  expect(messageOf({ fails: ['estimate'], seen, indexes: fresh(false) }, 'stale-statistics')).toContain(
    'CREATE INDEX collects no statistics',
  );
  expect(ids({ fails: ['estimate'], seen, indexes: fresh(true) })).not.toContain('stale-statistics');
});

it('select-star: a whole row as one value, and not count(*)', () => {
  const counting = (output: string): Case => ({
    fails: ['access'],
    indexOnly: true,
    seen: [
      run(planNode('Aggregate', { Output: [output] }, [byIndex('i', { 'Index Cond': '(orders.id = 1)' })])),
    ],
    indexes: [index('i', 'id')],
  });
  expect(messageOf(counting('count(orders.*)'), 'select-star')).toContain('names a whole row of orders');
  expect(ids(counting('count(*)'))).not.toContain('select-star');
});

describe('misconceptions', () => {
  it.each(Object.entries(CASES))('%s', (id, { shows, says, not }) => {
    const found = find(shows).find(({ misconception }) => misconception === id);
    expect(found?.message).toContain(says);
    expect(found?.title).not.toBe('');
    expect(find(not).map(({ misconception }) => misconception)).not.toContain(id);
  });

  it('unique-without-partition-key is read off PostgreSQL’s own words', () => {
    const error = {
      sqlstate: '0A000',
      severity: 'ERROR',
      message: 'unique constraint on partitioned table must include all partitioning columns',
      detail: 'PRIMARY KEY constraint on table "events" lacks column "at".',
    };
    expect(findInError(error)).toMatchObject([{ misconception: 'unique-without-partition-key' }]);
    expect(findInError({ ...error, sqlstate: '42601', message: 'syntax error' })).toEqual([]);
  });

  it('are all tested, and have names of their own', () => {
    const known = allMisconceptions.map(({ id }) => id);
    expect(new Set(known).size).toBe(known.length);
    expect([...Object.keys(CASES), 'unique-without-partition-key'].sort()).toEqual([...known].sort());
  });

  it('are not looked for when every check passed', () => {
    const shows = CASES['wrong-leading-column']?.shows;
    if (!shows) throw new Error('no case');
    expect(find({ ...shows, fails: [] })).toEqual([]);
  });
});

it('leads to lessons that there are', () => {
  const missing = allMisconceptions.flatMap(({ id, lesson }) => {
    const file = lesson?.replace(/^\/learn\/(.+)\/$/, '../../../content/$1.mdx');
    return file === undefined || existsSync(new URL(file, import.meta.url)) ? [] : [`${id}: ${lesson}`];
  });
  expect(missing).toEqual([]);
});
