import { describe, expect, test } from 'vitest';
import {
  CHECK_KINDS,
  type Check,
  checkKeys,
  checkSchema,
  judgeCheck,
  needsOfChecks,
  titleOfCheck,
} from './all-checks.ts';
import type { Evidence, TimeEvidence } from './evidence.ts';
import { createdIndex, evidenceOf, observation, planNode, type Seen, scanOf } from './sample-evidence.ts';

function check(written: unknown): Check {
  return checkSchema.parse(written);
}

function verdict(written: unknown, evidence: Evidence): string {
  const { state, message } = judgeCheck(check(written), evidence);
  return `${state}: ${message}`;
}

/** The verdict on plans of the query `q`, for the shown parameters and for hidden ones. */
function onPlans(written: object, ...seen: readonly Seen[]): string {
  return verdict({ id: 'c', of: 'q', ...written }, evidenceOf([], seen));
}

const hidden = { shown: false, params: ['7'] };

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

  test('a query that was not run is no saving', () => {
    expect(verdict({ ...written, 'at-most': 9000 }, evidenceOf(start, [{ pages: 4 }]))).toMatch(/^not-run/);
  });
});

describe('access', () => {
  const written = { kind: 'access', table: 'orders', via: 'index' };
  const index = scanOf('Index Scan', 'orders', { 'Index Name': 'i', pages: 7 });
  const seq = scanOf('Seq Scan', 'orders', { pages: 1623 });

  test('any index will do, unless one way is asked for', () => {
    const bitmap = scanOf('Bitmap Heap Scan', 'orders', {}) as Record<string, unknown>;
    const withBitmap = { ...bitmap, Plans: [planNode('Bitmap Index Scan', { 'Index Name': 'i' })] };
    expect(onPlans(written, { plan: index })).toBe('passed: orders is read through i (Index Scan, 7 pages).');
    expect(onPlans(written, { plan: withBitmap })).toMatch(
      /^passed: orders is read through i \(Bitmap Heap Scan/,
    );
    expect(onPlans({ ...written, via: 'bitmap' }, { plan: index })).toMatch(/^failed: .*through a bitmap/);
    expect(onPlans({ ...written, via: 'index-only' }, { plan: index })).toMatch(
      /^failed: .*from an index alone/,
    );
    expect(onPlans({ ...written, via: 'index-only' }, { plan: scanOf('Index Only Scan', 'orders') })).toMatch(
      /^passed/,
    );
    expect(onPlans({ ...written, via: 'seq' }, { plan: seq })).toMatch(/^passed/);
  });

  test('every read of the table counts, and every run; the worst is told', () => {
    const join = planNode('Nested Loop', {}, [index, seq]);
    expect(onPlans(written, { plan: join })).toBe(
      'failed: orders is read from end to end (Seq Scan, 1,623 pages).',
    );
    expect(onPlans(written, { plan: index }, { ...hidden, plan: seq })).toBe(
      'failed: With other values than those shown: orders is read from end to end (Seq Scan, 1,623 pages).',
    );
  });

  test('a figure that only hidden values have says so', () => {
    const figureOf = (...seen: readonly Seen[]) =>
      judgeCheck(check({ id: 'c', of: 'q', ...written }), evidenceOf([], seen)).figure;
    const bitmap = planNode('Bitmap Heap Scan', { 'Relation Name': 'orders', Alias: 'orders', pages: 40 });
    expect(figureOf({ plan: index }, { ...hidden, plan: bitmap })).toBe(
      'Bitmap Heap Scan, with other values than those shown',
    );
    expect(figureOf({ plan: bitmap }, { ...hidden, plan: bitmap })).toBe('Bitmap Heap Scan');
    expect(figureOf({ plan: bitmap }, { ...hidden, plan: index })).toBe('Bitmap Heap Scan');
  });

  test('a forbidden node on another table fails', () => {
    const join = planNode('Hash Join', {}, [index, scanOf('Seq Scan', 'customers')]);
    expect(onPlans({ ...written, forbid: ['Seq Scan'] }, { plan: join })).toMatch(
      /^failed: .*Seq Scan on customers/,
    );
  });

  test('a table that is not read, and a branch that did not run', () => {
    expect(onPlans(written, { plan: planNode('Result') })).toMatch(/^failed: The plan does not read orders/);
    const skipped = planNode('Append', {}, [index, scanOf('Seq Scan', 'orders', { 'Actual Loops': 0 })]);
    expect(onPlans(written, { plan: skipped })).toMatch(/^passed/);
    const never = scanOf('Index Scan', 'orders', { 'Actual Loops': 0 });
    expect(onPlans(written, { plan: planNode('Nested Loop', {}, [never]) })).toMatch(/^passed/);
  });

  test('partitions are found by the names in the evidence', () => {
    const plan = scanOf('Seq Scan', 'orders_2024', { Alias: 'o' });
    const evidence = evidenceOf([], [{ plan }], { partitions: { orders: ['orders_2024'] } });
    expect(verdict({ id: 'c', of: 'q', ...written }, evidence)).toMatch(
      /^failed: orders is read from end to end/,
    );
  });

  test('no run is no pass', () => {
    expect(onPlans(written, { query: 'other' })).toBe('not-run: The query “q” was not run.');
    expect(onPlans(written, { variant: 'other data' })).toMatch(/^not-run/);
  });
});

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

describe('buffers', () => {
  const share = { id: 'c', kind: 'buffers', of: 'q', 'at-most': '5%', than: 'start' };
  const start: readonly Seen[] = [{ pages: 1000 }, { ...hidden, pages: 400 }];

  test('a share is of the start with the same values', () => {
    expect(verdict(share, evidenceOf(start, [{ pages: 50 }, { ...hidden, pages: 20 }]))).toMatch(/^passed/);
    expect(verdict(share, evidenceOf(start, [{ pages: 51 }, { ...hidden, pages: 20 }]))).toBe(
      'failed: It reads 51 pages; the budget is 50 (5 % of the 1,000 at the start).',
    );
    expect(verdict(share, evidenceOf(start, [{ pages: 50 }, { ...hidden, pages: 21 }]))).toMatch(
      /^failed: With other values than those shown: It reads 21 pages; the budget is 20 /,
    );
    expect(verdict(share, evidenceOf([], [{ pages: 1 }]))).toMatch(/^not-run/);
  });

  test('a number of pages needs no start', () => {
    const most = { id: 'c', kind: 'buffers', of: 'q', 'at-most': 22 };
    expect(judgeCheck(check(most), evidenceOf(start, [{ pages: 22 }]))).toMatchObject({
      state: 'passed',
      figure: '22 of 1,000 pages',
    });
    expect(verdict(most, evidenceOf([], [{ pages: 23 }]))).toMatch(/^failed/);
  });

  test('a share says of what, a number must not', () => {
    expect(checkSchema.safeParse({ ...share, than: undefined }).success).toBe(false);
    expect(checkSchema.safeParse({ ...share, 'at-most': 5 }).success).toBe(false);
    expect(checkSchema.safeParse({ ...share, 'at-most': '5' }).success).toBe(false);
  });
});

describe('time', () => {
  const written = { id: 'c', kind: 'time', of: 'q', 'at-most-ms': 5, 'times-faster': 5 };
  const timed = (startMs: number, submissionMs: number, noise: number): string => {
    const time: TimeEvidence = { query: 'q', startMs, submissionMs, noise, rounds: 5 };
    return judgeCheck(check(written), evidenceOf([], [], { times: [time] })).state;
  };

  test.each([
    [10, 5, 0, 'passed'],
    [100, 20, 0, 'passed'],
    [100, 4, 5, 'passed'],
    [100, 20.1, 0, 'failed'],
    [100, 24, 0.05, 'failed'],
    [100, 24, 0.1, 'inconclusive'],
    [100, 90, 0.95, 'inconclusive'],
    [10, 5.5, 0.06, 'inconclusive'],
    [10, 50, 0.1, 'failed'],
  ])('start %d ms, now %d ms, noise %d: %s', (startMs, submissionMs, noise, state) => {
    expect(timed(startMs, submissionMs, noise)).toBe(state);
  });

  test('says how much faster, and asks for what', () => {
    const times: readonly TimeEvidence[] = [
      { query: 'q', startMs: 29, submissionMs: 10, noise: 0, rounds: 5 },
    ];
    expect(verdict(written, evidenceOf([], [], { times }))).toBe(
      'failed: In the median one run takes 10 ms, 2.9 times faster than at the start (29 ms). Asked for is at most 5 ms or 5 times faster.',
    );
    expect(verdict(written, evidenceOf([], []))).toMatch(/^not-run/);
    expect(checkSchema.safeParse({ id: 'c', kind: 'time', of: 'q' }).success).toBe(false);
  });
});

describe('rows', () => {
  const written = { id: 'c', kind: 'rows' };
  const two = [
    ['1', 'a'],
    ['2', 'b'],
  ];

  test('tune: the rows of the start in any order, for every value', () => {
    expect(verdict(written, evidenceOf([{ rows: two }], [{ rows: two.toReversed() }]))).toMatch(/^passed/);
    expect(
      verdict({ ...written, ordered: true }, evidenceOf([{ rows: two }], [{ rows: two.toReversed() }])),
    ).toMatch(/^failed/);
    expect(verdict(written, evidenceOf([{ rows: two }, { ...hidden }], [{ rows: two }]))).toMatch(/^not-run/);
    expect(verdict(written, evidenceOf([], []))).toMatch(/^not-run/);
  });

  test('rewrite: the reference in its order, on every variant', () => {
    const reference = [{ rows: two }, { rows: two, variant: 'ties' }].map(observation);
    const seen = [{ rows: two }, { rows: two.toReversed(), variant: 'ties' }];
    expect(verdict(written, evidenceOf([], seen, { reference }))).toMatch(
      /^failed: On other data \(ties\): The rows are the right ones/,
    );
    expect(verdict(written, evidenceOf([], seen, { reference, referenceOrdered: false }))).toMatch(
      /^passed: All 2/,
    );
    expect(verdict(written, evidenceOf([], seen.slice(0, 1), { reference }))).toMatch(/^not-run/);
  });

  test('rows of hidden values are not told', () => {
    const message = verdict(
      written,
      evidenceOf([{ ...hidden, rows: two }], [{ ...hidden, rows: [['secret', 'b']] }]),
    );
    expect(message).toBe(
      'failed: With other values than those shown: the result has another number of rows than it should.',
    );
  });
});

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

describe('sort, temp and heap fetches', () => {
  const sorted = (type: string) =>
    planNode('Sort', {
      'Sort Key': ['id'],
      'Sort Method': 'x',
      'Sort Space Used': 9,
      'Sort Space Type': type,
    });

  test('sort', () => {
    expect(onPlans({ kind: 'sort', allow: 'none' }, { plan: scanOf('Index Scan', 'orders') })).toMatch(
      /^passed/,
    );
    expect(onPlans({ kind: 'sort', allow: 'none' }, { plan: sorted('Memory') })).toBe(
      'failed: The plan sorts 5 rows by id, in memory (Sort).',
    );
    expect(onPlans({ kind: 'sort', allow: 'memory' }, { plan: sorted('Memory') })).toMatch(/^passed/);
    expect(onPlans({ kind: 'sort', allow: 'memory' }, { plan: sorted('Disk') })).toMatch(
      /^failed: .*on disk/,
    );
    expect(onPlans({ kind: 'sort', allow: 'none' }, { plan: planNode('Incremental Sort') })).toMatch(
      /^failed/,
    );
  });

  test('temp', () => {
    const plan = planNode('Sort', { 'Temp Read Blocks': 3, 'Temp Written Blocks': 4 });
    expect(onPlans({ kind: 'temp', 'at-most': 7 }, { plan })).toMatch(/^passed/);
    expect(onPlans({ kind: 'temp', 'at-most': 6 }, { plan })).toMatch(/^failed: 7 pages/);
  });

  test('heap fetches need an index-only scan', () => {
    const plan = scanOf('Index Only Scan', 'orders', { 'Heap Fetches': 3 });
    expect(onPlans({ kind: 'heap-fetches', 'at-most': 3 }, { plan })).toMatch(/^passed/);
    expect(onPlans({ kind: 'heap-fetches', 'at-most': 2 }, { plan })).toMatch(
      /^failed: .*visited the table for 3/,
    );
    expect(onPlans({ kind: 'heap-fetches', 'at-most': 9 }, { plan: scanOf('Index Scan', 'orders') })).toMatch(
      /^failed/,
    );
  });
});

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

describe('what a submission costs', () => {
  const evidence = evidenceOf([], [], {
    start: { observations: [], indexes: [], wal: [{ table: 'orders', bytesPerRow: 100 }] },
    submission: {
      observations: [],
      indexes: [
        createdIndex('a', 3 * 1024 * 1024),
        createdIndex('b', 1024 * 1024),
        { ...createdIndex('c', 9e9), created: false },
      ],
      wal: [{ table: 'orders', bytesPerRow: 140 }],
    },
  });

  test('bytes and number of new indexes', () => {
    expect(verdict({ id: 'c', kind: 'index-bytes', 'at-most': '4 MB' }, evidence)).toMatch(/^passed/);
    expect(verdict({ id: 'c', kind: 'index-bytes', 'at-most': '3.9 MB' }, evidence)).toMatch(
      /^failed: .*4 MB \(a 3 MB, b 1 MB\)/,
    );
    expect(verdict({ id: 'c', kind: 'index-bytes', 'at-most': '8 kB' }, evidenceOf([], []))).toMatch(
      /^passed: No index/,
    );
    expect(verdict({ id: 'c', kind: 'index-count', 'at-most': 2 }, evidence)).toMatch(/^passed/);
    expect(verdict({ id: 'c', kind: 'index-count', 'at-most': 1 }, evidence)).toMatch(
      /^failed: .*2 indexes \(a, b\)/,
    );
    expect(checkSchema.safeParse({ id: 'c', kind: 'index-bytes', 'at-most': '8 mb' }).success).toBe(false);
  });

  test('WAL of an insert', () => {
    const written = { id: 'c', kind: 'wal-per-row', table: 'orders' };
    expect(verdict({ ...written, 'at-most': '+40%' }, evidence)).toMatch(
      /^passed: .*40 % more than the 100 before/,
    );
    expect(verdict({ ...written, 'at-most': '+39%' }, evidence)).toMatch(/^failed/);
    expect(verdict({ ...written, 'at-most': '-1%' }, evidence)).toMatch(
      /^failed: .* writes 140 bytes .*; the budget is 1 % less \(99 bytes\)\.$/,
    );
    expect(verdict({ ...written, 'at-most': '+39%' }, evidence)).toMatch(/is 39 % more \(139 bytes\)\.$/);
    expect(verdict({ ...written, table: 'users', 'at-most': '+1%' }, evidence)).toMatch(/^not-run/);
  });

  test('an invariant', () => {
    const written = { id: 'sums', kind: 'constraint', sql: 'select 1' };
    const found = (violations: number) =>
      evidenceOf([], [], { invariants: [{ id: 'sums', violations, sample: [['7', null]] }] });
    expect(verdict(written, found(0))).toBe('passed: It holds.');
    expect(verdict({ ...written, writes: 'x' }, found(2))).toBe(
      'failed: 2 rows break it after the given writes, such as (7, NULL).',
    );
    expect(verdict({ ...written, id: 'other' }, found(0))).toMatch(/^not-run/);
  });

  test('an invariant whose given writes end in an error', () => {
    const written = { id: 'sums', kind: 'constraint', sql: 'select 1', writes: 'x' };
    const found = (sqlstate: string, violations: number) =>
      evidenceOf([], [], {
        invariants: [{ id: 'sums', violations, sample: [['7']], error: { sqlstate, message: 'no' } }],
      });
    expect(verdict(written, found('23505', 0))).toBe(
      'passed: It holds after the given writes. They were refused: no.',
    );
    expect(verdict(written, found('23505', 1))).toMatch(
      /^failed: 1 row breaks it .* They were refused: no\./,
    );
    expect(verdict(written, found('22012', 0))).toBe(
      'failed: The given writes ended in an error that is no rule of the data: no.',
    );
  });
});

describe('all kinds', () => {
  const of = 'q';
  const examples: readonly (readonly [object, string])[] = [
    [{ kind: 'access', of, table: 'orders', via: 'index' }, 'reads orders through an index'],
    [
      { kind: 'buffers', of, 'at-most': '5%', than: 'start' },
      'reads at most 5 % of the pages it read before',
    ],
    [{ kind: 'constraint', sql: 'x', title: 'keeps balances' }, 'keeps balances'],
    [{ kind: 'estimate', of, within: 2 }, 'is estimated within a factor of 2'],
    [{ kind: 'heap-fetches', of, 'at-most': 0 }, 'answers without visiting the table'],
    [{ kind: 'index-bytes', 'at-most': '8 MB' }, 'adds at most 8 MB of indexes'],
    [{ kind: 'index-count', 'at-most': 1 }, 'adds at most 1 index'],
    [{ kind: 'lock', table: 'orders', 'at-most': 'share' }, 'locks orders with SHARE at most'],
    [{ kind: 'node', of, node: 'Index Scan', present: true }, 'has an Index Scan in its plan'],
    [{ kind: 'partitions', of, table: 'events', 'at-most': 1 }, 'reads at most 1 partition of events'],
    [{ kind: 'rows' }, 'returns the right rows'],
    [{ kind: 'sort', of, allow: 'none' }, 'gets its order without sorting'],
    [{ kind: 'temp', of, 'at-most': 0 }, 'spills nothing to disk'],
    [{ kind: 'time', of, 'at-most-ms': 5, 'times-faster': 5 }, 'takes at most 5 ms or is 5 times faster'],
    [
      { kind: 'total', runs: { q: 9, r: 1 }, 'at-most': '5%', than: 'start' },
      'the whole workload reads at most 5 % of the pages it read before',
    ],
    [
      { kind: 'wal-per-row', table: 'orders', 'at-most': '+40%' },
      'writes at most 40 % more WAL for a row of orders',
    ],
  ];

  test.each(examples)('%j has a title, keys, and no pass without evidence', (written, title) => {
    const parsed = check({ id: 'c', ...written });
    expect(titleOfCheck(parsed)).toBe(title);
    expect(checkKeys(written)).toEqual(expect.arrayContaining(Object.keys(parsed)));
    expect(checkSchema.safeParse({ id: 'c', ...written, extra: 1 }).success).toBe(false);
    const { state } = judgeCheck(parsed, evidenceOf([], []));
    expect(state).toBe(/^index-/.test(parsed.kind) ? 'passed' : 'not-run');
  });

  test('every kind has an example here', () => {
    expect(new Set(examples.map(([written]) => Reflect.get(written, 'kind')))).toEqual(new Set(CHECK_KINDS));
  });

  test('needs, each once', () => {
    const time = check({ id: 'a', kind: 'time', of, 'at-most-ms': 5 });
    const wal = check({ id: 'w', kind: 'wal-per-row', table: 'orders', 'at-most': '+40%' });
    const held = check({ id: 'held', kind: 'constraint', sql: 'select 1', writes: 'select 2' });
    expect(needsOfChecks([time, { ...time, id: 'b' }, wal, held])).toEqual([
      { kind: 'time', query: 'q' },
      { kind: 'wal', table: 'orders' },
      { kind: 'invariant', id: 'held', sql: 'select 1', writes: 'select 2' },
    ]);
  });
});
