import { planNode, scanOf } from '../../checks/sample-evidence.ts';
import { byIndex, limited, run, seq, sorted } from './sample-plans.ts';
import { index, type Shown, shipped } from './sample-recognition.ts';

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

const CONTAINED = '(orders.metadata @> \'{"status": "chat"}\'::jsonb)';
const recheck = (removed: number) =>
  run(
    scanOf('Bitmap Heap Scan', 'orders', {
      'Recheck Cond': CONTAINED,
      'Rows Removed by Index Recheck': removed,
      'Actual Rows': 0,
      Plans: [planNode('Bitmap Index Scan', { 'Index Name': 'i', 'Index Cond': CONTAINED })],
    }),
  );
const gin = (keys: string) =>
  index('i', 'metadata', {
    method: 'gin',
    definition: `CREATE INDEX i ON public.orders USING gin (${keys})`,
  });

/** Mistakes in the choice of an index. */
export const INDEX_MISTAKES: Readonly<Record<string, Shown>> = {
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
    shows: { seen: [byCustomer], indexes: [index('i', 'id', { predicate: '(customer_id = 7)' })] },
    says: '(customer_id = 7)',
    not: { seen: [run(byIndex('i'))], indexes: [index('i', 'id', { predicate: '(customer_id = 42)' })] },
  },
  'parts-apart': {
    shows: { seen: [recheck(37_927)], indexes: [gin('metadata')] },
    says: '37,927 rows were fetched',
    not: { seen: [recheck(37_927)], indexes: [gin('metadata jsonb_path_ops')] },
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
};
