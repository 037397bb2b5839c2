import { expect, it } from 'vitest';
import { recordedPlan } from '../../plan/corpus/read-corpus.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { ScanChoices, ScanWay } from '../../session/why-not.ts';
import { explainChoice, explainUnusable, nameWay, showSum } from './why-not-text.ts';

const plan = recordedPlan('seq-scan-filter');
const node = listNodes(plan.root).find(({ kind }) => kind === 'Seq Scan') ?? plan.root;
const way = (change: Partial<ScanWay>): ScanWay => ({
  via: 'seq',
  node,
  indexes: [],
  plan,
  cost: 4193,
  pages: 1693,
  ms: 20,
  steps: [],
  ...change,
});
const table = { schema: 'public', name: 'orders', pages: 1693, rows: 200_000, indexes: [] };
const choices = (chosen: ScanWay, ...others: ScanWay[]): ScanChoices => ({
  table,
  alias: 'orders',
  chosen,
  others,
  impossible: [],
  unused: [],
});
const index = way({ via: 'index', indexes: ['by_customer'], cost: 93, pages: 23 });

it('names a way with its indexes', () => {
  expect(nameWay(index)).toBe('index scan through by_customer');
  expect(nameWay(way({ via: 'bitmap', indexes: ['a', 'b'] }))).toBe('bitmap scan through a and b');
});

it('says what was chosen, what came next and how much dearer it is', () => {
  expect(explainChoice(choices(index, way({})))).toBe(
    'PostgreSQL reads orders with an index scan through by_customer; the query costs 93 and reads 23 pages. With a sequential scan, the next best, it would cost 4,193 and read 1,693 pages: 45 times as much.',
  );
  expect(explainChoice(choices(way({})))).toMatch(/It had no other way: no index can find these rows\.$/);
});

it('admits it where the planner was wrong', () => {
  const wrong = choices(way({}), way({ via: 'index', indexes: ['i'], cost: 5000, pages: 4 }));
  expect(explainChoice(wrong)).toContain('reads fewer pages than the planner’s choice');
});

it('says why an index is of no use to a condition', () => {
  const facts = { name: 'i', method: 'btree', pages: 3 };
  const on = (filter: string | undefined, columns: readonly string[], predicate?: string) => {
    const { filter: _, ...rest } = node;
    const scan: PlanNode = filter === undefined ? rest : { ...rest, filter };
    return explainUnusable({ ...facts, columns, ...(predicate && { predicate }) }, scan);
  };
  expect(on('(customer_id = 42)', ['created_at'])).toBe('The query has no condition on created_at.');
  expect(on('(customer_id = 42)', ['status', 'customer_id'])).toMatch(/sorted by status first/);
  expect(on("(lower(email) = 'x')", ['email'])).toMatch(/not in a form/);
  expect(on('(customer_id = 42)', ['id'])).toBe('The query has no condition on id.');
  expect(on("(status = 'x')", ['id'], "(status = 'pending')")).toMatch(/holds only rows with \(status/);
  expect(on(undefined, ['id'])).toMatch(/without a condition/);
});

it('writes a term as a sum', () => {
  expect(showSum({ what: '', count: 200_000, each: 0.01, setting: 'cpu_tuple_cost', cost: 2000 })).toBe(
    '200,000 × 0.01 cpu_tuple_cost',
  );
  expect(showSum({ what: '', count: 22, each: 3.658, cost: 80 })).toBe('22 × 3.66');
  expect(showSum({ what: '', cost: 4 })).toBe('');
});
