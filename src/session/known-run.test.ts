import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { diffCatalogs } from './catalog.ts';
import { isPlanOf, onlyCreates } from './known-run.ts';

const SCAN = { 'Node Type': 'Seq Scan', 'Total Cost': 35.5, 'Plan Rows': 7, Output: ['id', 'city'] };
const RAN = { 'Actual Rows': 9, 'Actual Loops': 1, 'Shared Hit Blocks': 12 };

function planOf(scan: object, settings: object = {}): Plan {
  const limit = { 'Node Type': 'Limit', 'Total Cost': 2, 'Plan Rows': 1, Plans: [scan] };
  const read = readPlan([
    { Plan: limit, Settings: settings, ...('Actual Rows' in scan ? { Triggers: [] } : {}) },
  ]);
  if (read.kind !== 'plan') throw new Error(read.message);
  return read.plan;
}

describe('a plan that was made and one that was run', () => {
  const ran = planOf({ ...SCAN, ...RAN }, { work_mem: '4MB' });

  test('are one plan where all that the first says is the same', () => {
    expect(isPlanOf(planOf(SCAN, { work_mem: '4MB' }), ran)).toBe(true);
  });

  test.each([
    ['a cost', { ...SCAN, 'Total Cost': 35.6 }],
    ['an estimate', { ...SCAN, 'Plan Rows': 8 }],
    ['a column', { ...SCAN, Output: ['id'] }],
    ['a condition', { ...SCAN, Filter: '(id = 7)' }],
  ])('are two where %s differs', (_, scan) => {
    expect(isPlanOf(planOf(scan, { work_mem: '4MB' }), ran)).toBe(false);
  });

  test('are two where a setting differs, or is no longer there', () => {
    expect(isPlanOf(planOf(SCAN, { work_mem: '8MB' }), ran)).toBe(false);
    expect(isPlanOf(planOf(SCAN), ran)).toBe(false);
  });
});

describe('a submission that only created', () => {
  const table = { sort: 'storage of table', name: 'public.orders', definition: '16400' };
  const index = { sort: 'index', name: 'public.orders_city', definition: 'btree' };
  const analyzed = { sort: 'statistics', name: 'orders.city', definition: 'a' };

  test('added indexes and statistics objects, and nothing else is other than it was', () => {
    const object = { sort: 'statistics object', name: 'public.both', definition: 'mcv' };
    expect(onlyCreates(diffCatalogs([table], [table, index, object]))).toBe(true);
    expect(onlyCreates(diffCatalogs([table, index], [table]))).toBe(false);
    expect(onlyCreates(diffCatalogs([table], [{ ...table, definition: '16500' }, index]))).toBe(false);
    expect(onlyCreates(diffCatalogs([table], [table, analyzed]))).toBe(false);
  });
});
