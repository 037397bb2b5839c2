import { expect, it } from 'vitest';
import { planNode, scanOf } from '../checks/sample-evidence.ts';
import { concealValues } from './conceal-values.ts';
import type { Plan } from './plan.ts';
import { printText } from './print-text.ts';
import { readPlan } from './read-plan.ts';

function planOf(root: Readonly<Record<string, unknown>>): Plan {
  const read = readPlan([{ Plan: root }]);
  if (read.kind !== 'plan') throw new Error(read.message);
  return read.plan;
}

/** The plan of a query for one pair of values; `and` stands only in this one. */
function scanWith(customer: string, day: string, and = ''): Plan {
  return planOf(
    planNode('Sort', { 'Sort Key': [`orders.total + '1'::numeric`] }, [
      scanOf('Index Scan', 'orders', {
        'Index Name': 'orders_42',
        'Index Cond': `((orders.customer_id = ${customer}) AND (orders.created_at >= '${day}'::date))`,
        Filter: `((orders.status)::text = 'it''s new'::text)${and}`,
        Output: [`(${customer} + 1)`, '(InitPlan 1).col1', '$0'],
        'Partial Mode': 'Simple',
      }),
    ]),
  );
}

it('writes a value as its parameter and leaves the constants of the query', () => {
  const shown = scanWith('42', '2024-01-01');
  const hidden = concealValues(scanWith('1003', "o'clock".replace("'", "''")), ['1003', "o'clock"], [shown]);
  const scan = hidden.root.children[0];
  expect(scan?.indexCond).toBe('((orders.customer_id = $1) AND (orders.created_at >= $2::date))');
  expect(scan?.filter).toBe("((orders.status)::text = 'it''s new'::text)");
  expect(scan?.output).toEqual(['($1 + 1)', '(InitPlan 1).col1', '$0']);
  expect(scan?.index).toBe('orders_42');
  expect(hidden.root.sortKey).toEqual(["orders.total + '1'::numeric"]);
  expect(printText(hidden)).not.toMatch(/1003|clock/);
});

it('writes what a value became as …, because no other plan has it', () => {
  const shown = scanWith('42', '2024-01-01', ' AND (total > 43)');
  const hidden = concealValues(
    scanWith('1003', '2024-02-01', ' AND (total > 1004)'),
    ['1003', '2024-02-01'],
    [shown],
  );
  expect(hidden.root.children[0]?.filter).toContain('(total > …)');
});

it('keeps what was counted', () => {
  const plan = scanWith('42', '2024-01-01');
  const hidden = concealValues(plan, ['42', '2024-01-01'], []);
  expect(hidden.root.actual).toEqual(plan.root.actual);
  expect(hidden.root.children[0]?.planRows).toBe(plan.root.children[0]?.planRows);
});
