import { expect, it } from 'vitest';
import type { BoundAxis } from '../../session/bound-axis.ts';
import type { Curve } from '../../session/read-curve.ts';
import type { CurvePoint } from '../../session/selectivity.ts';
import { describeBorders, describeShare } from './selectivity-text.ts';

const axis = (operator: BoundAxis['operator']): BoundAxis => ({
  column: 'total',
  operator,
  written: '1',
  start: 0,
  end: 1,
  table: 'orders',
  relation: 'orders',
  values: Array.from({ length: 1001 }, (_, at) => `${at}`),
  here: 0,
  rows: 200_000,
});
const point = (place: number, label: string): CurvePoint => ({
  place,
  chosen: { label, via: undefined, cost: 1, rows: 1 },
  costs: {},
});
const index = point(400, 'Index Scan').chosen;
const scan = point(401, 'Seq Scan').chosen;
const curve = (from: typeof index, to: typeof index): Curve => ({
  points: [],
  borders: [{ before: 400, after: 401, from, to }],
});

it('says at which bound the plan changes, and to what with fewer and with more rows', () => {
  expect(describeBorders(axis('<='), curve(index, scan))).toEqual([
    'The plan changes at total <= 400, which 40 % of the rows of orders match. With fewer rows: Index Scan. With more: Seq Scan.',
  ]);
});

it('turns round where a larger value lets fewer rows through', () => {
  expect(describeBorders(axis('>='), curve(scan, index))).toEqual([
    'The plan changes at total >= 401, which 60 % of the rows of orders match. With fewer rows: Index Scan. With more: Seq Scan.',
  ]);
});

it('says so where the plan never changes', () => {
  expect(describeBorders(axis('<='), { points: [point(0, 'Seq Scan')], borders: [] })).toEqual([
    'The plan is Seq Scan wherever the bound lies.',
  ]);
});

it('writes a small share so that its sign cannot be taken for the operator of the bound', () => {
  expect(describeShare(axis('<='), 3)).toBe('less than 1 % of the rows of orders');
});
