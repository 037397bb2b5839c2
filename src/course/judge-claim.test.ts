import { describe, expect, it } from 'vitest';
import { recordedPlan } from '../plan/corpus/read-corpus.ts';
import { type BlockFigures, findFigure, measureFigures } from './block-figures.ts';
import { type Claim, claimSchema } from './claim.ts';
import { judgeClaim, type Measured } from './judge-claim.ts';

const nested: Measured = { plan: recordedPlan('nested-loop'), rows: 5, cell: '5.50' };
const seq: Measured = { plan: recordedPlan('seq-scan-filter'), rows: 0 };
const skip: Measured = { plan: recordedPlan('skip-scan'), rows: 48 };
const fetching: Measured = { plan: recordedPlan('index-only-scan-heap-fetches'), rows: 110 };

function judge(measured: Measured, claim: unknown): readonly string[] {
  const parsed: Claim = claimSchema.parse(claim);
  return judgeClaim(measured, parsed, new Map([['seq', seq]]));
}

describe('a claim', () => {
  it.each<[Measured, object]>([
    [nested, { node: 'Index Scan', on: 'customers', loops: 5, indexSearches: 5 }],
    [nested, { indexSearches: 6, rows: 5, cell: '5.50' }],
    [seq, { node: 'Seq Scan', rowsRemoved: 20000 }],
    [skip, { indexSearches: { atLeast: 5, atMost: 10 } }],
    [fetching, { node: 'Index Only Scan', heapFetches: { atLeast: 1 } }],
    [nested, { ratio: { to: 'seq', pagesAtLeast: 10 } }],
    [nested, { node: 'Index Scan', on: 'customers', rowsRemoved: 0 }],
    [nested, { rowsRemoved: { atMost: 5 } }],
    [{ rows: 1, cell: null }, { cell: null }],
  ])('that is true finds nothing to say', (measured, claim) => {
    expect(judge(measured, claim)).toEqual([]);
  });

  it.each<[Measured, object, string]>([
    [nested, { node: 'Index Scan', on: 'customers', loops: 4 }, '5 loops, not 4'],
    [seq, { rowsRemoved: { atMost: 100 } }, '20000 rows removed, not at most 100'],
    [skip, { indexSearches: { atLeast: 6, atMost: 10 } }, '5 index searches, not at least 6 and at most 10'],
    [fetching, { heapFetches: 0 }, '10 heap fetches, not 0'],
    [nested, { rowsRemoved: { atLeast: 1 } }, '0 rows removed, not at least 1'],
    [seq, { heapFetches: 0 }, 'the plan does not count heap fetches there'],
    [nested, { node: 'Hash Join', loops: 1 }, 'no Hash Join in the plan'],
    [nested, { node: 'Hash Join' }, 'Index Scan on customers using customers_pkey'],
    [{ rows: 1 }, { indexSearches: 1 }, 'the last statement has no plan'],
    [{ rows: 1, cell: '5' }, { cell: '6' }, 'the first cell is “5”, not “6”'],
    [{ rows: 1, cell: '5' }, { cell: null }, 'the first cell is “5”, not NULL'],
    [
      { rows: 1, cell: null },
      { cell: 'null' },
      'the first cell is NULL (cell: null, without quotes), not “null”',
    ],
    [{ rows: 0 }, { cell: '5' }, 'there is no first cell, as no row came back, not “5”'],
    [
      nested,
      { ratio: { to: 'seq', pagesAtLeast: 500, rowsAtLeast: 1 } },
      '“seq” has to read at least 500 times as many pages as this block (ratio, pagesAtLeast), but “seq” reads 267 and this block 18, which is 14.8 times; “seq” has to return at least 1 times as many rows as this block (ratio, rowsAtLeast), but “seq” returns 0 and this block 5, which is 0.0 times; it holds the other way round, as a claim of “seq”',
    ],
    [nested, { ratio: { to: 'none', costAtLeast: 2 } }, 'and “none” has none'],
    [{ error: { sqlstate: '42601', message: 'syntax error' } }, { rows: 1 }, 'syntax error (42601)'],
  ])('that is false says the measured figure', (measured, claim, said) => {
    expect(judge(measured, claim).join('; ')).toContain(said);
  });
});

describe('figures', () => {
  const figures = measureFigures(nested);
  const find = (asked: object, of: BlockFigures = figures) => findFigure(of, { show: '', ...asked });

  it('are of the whole statement, counts summed over the plan', () => {
    expect(find({ show: 'pages' })).toBe(18);
    expect(find({ show: 'index-searches' })).toBe(6);
    expect(find({ show: 'node' })).toBe('Nested Loop');
    expect(find({ show: 'cell' })).toBe('5.50');
  });

  it('are of the first node that fits, or of none', () => {
    expect(find({ show: 'loops', at: 'Index Scan' })).toBe(1);
    expect(find({ show: 'loops', at: 'Index Scan', on: 'customers' })).toBe(5);
    expect(find({ show: 'rows', on: 'c' })).toBe(5);
    expect(find({ show: 'node', using: 'customers_pkey' })).toBe('Index Scan');
    expect(find({ show: 'rows', at: 'Seq Scan' })).toBeUndefined();
    expect(find({ show: 'loops' })).toBeUndefined();
    expect(find({ show: 'toString' })).toBeUndefined();
  });

  it('leave out what was not measured', () => {
    expect(find({ show: 'heap-fetches' })).toBeUndefined();
    expect(find({ show: 'pages' }, measureFigures({ rows: 3 }))).toBeUndefined();
    expect(find({ show: 'cell' }, measureFigures({ cell: null }))).toBeNull();
  });
});
