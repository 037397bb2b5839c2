import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { StatisticsEvidence } from '../../checks/evidence.ts';
import { planNode, type Seen, scanOf } from '../../checks/sample-evidence.ts';
import { findInError } from '../find-misconceptions.ts';
import { allMisconceptions } from './all-misconceptions.ts';
import { type Case, find, index, shipped } from './sample-recognition.ts';

const seq = (filter: string, more = {}) =>
  scanOf('Seq Scan', 'orders', { Filter: filter, pages: 1693, 'Rows Removed by Filter': 199_978, ...more });
const run = (plan: Readonly<Record<string, unknown>>, pages = 1693): Seen => ({ plan, pages });
const limited = (rows: number, child: Readonly<Record<string, unknown>>) =>
  planNode('Limit', { 'Actual Rows': rows }, [{ ...child, 'Parent Relationship': 'Outer' }]);
const sorted = (keys: readonly string[], child: Readonly<Record<string, unknown>>) =>
  planNode('Sort', { 'Sort Key': keys }, [{ ...child, 'Parent Relationship': 'Outer' }]);
const byIndex = (name: string, more = {}) => scanOf('Index Scan', 'orders', { 'Index Name': name, ...more });

const byCustomer = run(seq('(orders.customer_id = 42)'));
const inAYear = limited(
  20,
  sorted(
    ['orders.created_at DESC'],
    seq("((orders.customer_id = 42) AND (orders.created_at >= '2023-01-01'))"),
  ),
);
const latest = limited(20, sorted(['orders.created_at DESC'], seq('(orders.customer_id = 42)')));
const lower = run(seq("(lower(orders.email) = 'a@b'::text)"));
const like = (pattern: string, operator = '~~') => run(seq(`(orders.email ${operator} '${pattern}'::text)`));
const off = (filter: string, expected: number, actual: number) =>
  run(seq(filter, { 'Plan Rows': expected, 'Actual Rows': actual }));
const cities: StatisticsEvidence = {
  table: 'orders',
  name: 's',
  kinds: ['dependencies'],
  columns: ['city', 'country'],
  collected: false,
  created: true,
};
const twoColumns = off("((orders.city = 'Lyon'::text) AND (orders.country = 'France'::text))", 232, 1655);
const join = (inner: Readonly<Record<string, unknown>>) =>
  run(planNode('Hash Join', { 'Hash Cond': '(i.order_id = orders.id)', pages: 1550 }, [inner]));
const items = scanOf('Seq Scan', 'order_items', { Alias: 'i', pages: 1500 });
const subquery = (loops: number) =>
  scanOf('Index Scan', 'customers', {
    Plans: [
      planNode('Aggregate', { 'Parent Relationship': 'SubPlan', 'Actual Loops': loops, pages: 29_000 }, [
        scanOf('Seq Scan', 'orders', {
          'Actual Loops': loops,
          pages: 29_000,
          Filter: '(orders.customer_id = c.id)',
        }),
      ]),
    ],
  });
const semi = planNode('Nested Loop', { 'Join Type': 'Semi' }, [scanOf('Seq Scan', 'orders')]);
const partitioned = (filter: string, count: number): Seen =>
  run(
    planNode(
      'Append',
      {},
      Array.from({ length: count }, (_, at) =>
        scanOf('Seq Scan', `events_${at}`, {
          Alias: `events_${at}`,
          Filter: filter.replaceAll('events', `events_${at}`),
        }),
      ),
    ),
  );
const partitions = { partitions: { events: ['events_0', 'events_1', 'events_2'] } };

/** Each mistake: evidence that shows it, with a figure or name that the message must hold, and evidence that does not. */
const CASES: Readonly<Record<string, { shows: Case; says: string; not: Case }>> = {
  'invalid-index': {
    shows: { seen: [byCustomer], before: [shipped('left', 'customer_id', { valid: false })] },
    says: 'left on orders takes 1 MB',
    not: {
      seen: [byCustomer],
      before: [shipped('left', 'customer_id', { valid: false, table: 'customers' })],
    },
  },
  'wrong-leading-column': {
    shows: { seen: [byCustomer], indexes: [index('i', 'created_at, customer_id')] },
    says: '1,693 pages',
    not: { seen: [byCustomer], indexes: [index('i', 'customer_id, created_at')] },
  },
  'range-before-equality': {
    shows: { seen: [run(inAYear)], indexes: [index('i', 'created_at, customer_id')] },
    says: 'created_at first',
    not: { seen: [run(inAYear)], indexes: [index('i', 'customer_id, created_at')] },
  },
  'sort-not-served': {
    shows: { seen: [run(latest)], indexes: [index('i', 'customer_id')] },
    says: 'to keep 20',
    not: { seen: [run(latest)], indexes: [index('i', 'customer_id, created_at')] },
  },
  'partial-not-implied': {
    shows: { seen: [byCustomer], indexes: [index('i', 'id', { predicate: '(customer_id = 42)' })] },
    says: '(customer_id = 42)',
    not: { seen: [run(byIndex('i'))], indexes: [index('i', 'id', { predicate: '(customer_id = 42)' })] },
  },
  'function-on-column': {
    shows: { seen: [lower], indexes: [index('i', 'email')] },
    says: 'lower(email)',
    not: { seen: [lower], indexes: [index('i', 'lower(email)')] },
  },
  'type-mismatch': {
    shows: { task: 'rewrite', seen: [run(seq("((orders.id)::numeric = '7'::numeric)"))] },
    says: '(id)::numeric',
    not: { task: 'rewrite', seen: [run(seq('(orders.id = 7)'))] },
  },
  'leading-wildcard': {
    shows: { seen: [like('%roux%')], indexes: [index('i', 'email')] },
    says: 'gin_trgm_ops',
    not: { seen: [like('roux%')], indexes: [index('i', 'email')] },
  },
  'like-operator-class': {
    shows: { seen: [like('roux%')], indexes: [index('i', 'email')] },
    says: 'text_pattern_ops',
    not: {
      seen: [run(byIndex('i', { Filter: "(orders.email ~~ 'roux%'::text)" }))],
      indexes: [index('i', 'email')],
    },
  },
  'low-selectivity': {
    shows: {
      seen: [run(seq('(orders.status = 1)', { 'Actual Rows': 120_000, 'Rows Removed by Filter': 80_000 }))],
      indexes: [index('i', 'status')],
    },
    says: '60 %',
    not: { seen: [run(seq('(orders.status = 1)', { 'Actual Rows': 20 }))], indexes: [index('i', 'status')] },
  },
  'duplicate-index': {
    shows: {
      seen: [byCustomer],
      indexes: [index('i', 'id')],
      before: [shipped('orders_pkey', 'id', { unique: true })],
    },
    says: 'orders_pkey',
    not: {
      seen: [byCustomer],
      indexes: [index('i', 'total')],
      before: [shipped('orders_pkey', 'id', { unique: true })],
    },
  },
  'redundant-write-cost': {
    shows: {
      fails: ['index-bytes'],
      seen: [run(byIndex('i'))],
      indexes: [index('i', 'customer_id'), index('j', 'note')],
    },
    says: '2 MB',
    not: {
      fails: ['rows'],
      seen: [run(byIndex('i'))],
      indexes: [index('i', 'customer_id'), index('j', 'note')],
    },
  },
  'visibility-map-not-set': {
    shows: {
      fails: ['heap-fetches'],
      indexOnly: true,
      seen: [
        run(
          planNode('Aggregate', { Output: ['sum(total)'] }, [
            scanOf('Index Only Scan', 'orders', {
              'Index Name': 'i',
              'Heap Fetches': 312,
              'Index Cond': '(orders.id = 1)',
            }),
          ]),
        ),
      ],
      indexes: [index('i', 'id', { included: ['total'] })],
    },
    says: '312 rows',
    not: { fails: ['buffers'], indexOnly: true, seen: [run(byIndex('i'))], indexes: [index('i', 'id')] },
  },
  'select-star': {
    shows: {
      fails: ['access'],
      indexOnly: true,
      seen: [
        run(
          planNode('Aggregate', { Output: ['sum(total)'] }, [
            byIndex('i', { 'Index Cond': '(orders.id = 1)' }),
          ]),
        ),
      ],
      indexes: [index('i', 'id')],
    },
    says: 'total is not in it',
    not: {
      fails: ['access'],
      indexOnly: true,
      seen: [
        run(
          planNode('Aggregate', { Output: ['sum(total)'] }, [
            byIndex('i', { 'Index Cond': '(orders.id = 1)' }),
          ]),
        ),
      ],
      indexes: [index('i', 'id', { included: ['total'] })],
    },
  },
  'or-across-columns': {
    shows: {
      seen: [run(byIndex('i', { Filter: '((orders.a < 1) OR ((orders.a = 1) AND (orders.b < 2)))' }))],
    },
    says: 'a and b',
    not: { seen: [run(byIndex('i', { Filter: '((orders.a = 1) OR (orders.a = 2))' }))] },
  },
  'offset-reads-skipped': {
    shows: { seen: [run(limited(20, byIndex('i', { 'Actual Rows': 26_983 })))] },
    says: '26,983',
    not: { seen: [run(limited(20, byIndex('i', { 'Actual Rows': 20 })))] },
  },
  'correlated-columns': {
    shows: { fails: ['estimate'], seen: [twoColumns] },
    says: '232 rows',
    not: { fails: ['estimate'], seen: [twoColumns], more: { statistics: [cities] } },
  },
  'stale-statistics': {
    shows: { fails: ['estimate'], seen: [off("(orders.status = 'on hold'::text)", 1, 5000)] },
    says: '5,000',
    not: { fails: ['estimate'], seen: [off("(orders.status = 'on hold'::text)", 4000, 5000)] },
  },
  'join-without-index': {
    shows: { fails: ['access'], seen: [join(items)] },
    says: 'order_items by order_id',
    not: {
      fails: ['access'],
      seen: [join(items)],
      indexes: [index('i', 'order_id', { table: 'order_items' })],
    },
  },
  'correlated-subquery': {
    shows: { seen: [run(subquery(17), 29_510)] },
    says: '17 times',
    not: { seen: [run(subquery(1), 29_510)] },
  },
  'materialized-fence': {
    shows: {
      seen: [run(planNode('CTE Scan', { Filter: '(recent.id = 42)', 'Rows Removed by Filter': 179_631 }))],
    },
    says: '179,636 rows',
    not: { seen: [run(planNode('CTE Scan', { 'Actual Rows': 179_631 }))] },
  },
  'spilled-to-disk': {
    shows: {
      fails: ['temp'],
      seen: [
        run(
          planNode('Sort', {
            'Sort Method': 'external merge',
            'Sort Space Used': 2848,
            'Sort Space Type': 'Disk',
            'Temp Written Blocks': 356,
          }),
        ),
      ],
    },
    says: '2.8 MB',
    not: {
      fails: ['temp'],
      seen: [
        run(
          planNode('Sort', {
            'Sort Method': 'quicksort',
            'Sort Space Used': 17,
            'Sort Space Type': 'Memory',
          }),
        ),
      ],
    },
  },
  'not-in-null': {
    shows: {
      task: 'rewrite',
      fails: ['rows'],
      seen: [run(seq('(NOT (ANY (a.id = (hashed SubPlan 1).col1)))'))],
    },
    says: 'NOT EXISTS',
    not: { task: 'rewrite', fails: ['rows'], seen: [run(seq('(NOT orders.enabled)'))] },
  },
  'semi-join-already': {
    shows: { task: 'rewrite', start: [run(semi, 2046)], seen: [run(semi, 2046)] },
    says: '2,046 pages',
    not: { task: 'rewrite', start: [run(semi, 2046)], seen: [run(semi, 100)] },
  },
  'partition-key-missing': {
    shows: { seen: [partitioned('(events.kind = 1)', 3)], more: partitions },
    says: 'All 3 partitions',
    not: { seen: [partitioned('(events.kind = 1)', 1)], more: partitions },
  },
  'partition-key-in-function': {
    shows: { seen: [partitioned("(date(events.at) = '2025-01-01'::date)", 3)], more: partitions },
    says: 'date(at)',
    not: { seen: [partitioned("(events.at >= '2025-01-01')", 3)], more: partitions },
  },
};

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
