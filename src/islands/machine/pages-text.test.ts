import { describe, expect, it } from 'vitest';
import { blockAt, layOutPages } from './page-layout.ts';
import { describeRelation, describeTouched, listBlocks, rangesOf } from './pages-text.ts';

describe('blocks as runs', () => {
  it('joins neighbours', () => {
    expect(rangesOf([0, 1, 2, 5, 9, 10])).toEqual([
      { from: 0, to: 2 },
      { from: 5, to: 5 },
      { from: 9, to: 10 },
    ]);
    expect(listBlocks([0, 1, 2, 5])).toBe('0–2, 5');
    expect(listBlocks([])).toBe('');
  });

  it('says how many are left out', () => {
    const odd = Array.from({ length: 63 }, (_, at) => at * 2);
    expect(listBlocks(odd)).toMatch(/, 118 and 3 more runs$/);
  });
});

describe('what is said of a relation', () => {
  it.each([
    [{ pages: 1693, touched: [1, 2, 9] }, '3 of 1,693 pages, < 1 %, in 2 places'],
    [{ pages: 10, touched: [3] }, '1 of 10 pages, 10 %'],
    [{ pages: 10, touched: [3, 4] }, '2 of 10 pages, 20 %, side by side'],
    [{ pages: 2, touched: [0, 1] }, 'all 2 pages'],
    [{ pages: 1, touched: [0] }, 'its only page'],
    [{ pages: 7, touched: [] }, 'none of 7 pages'],
    [{ pages: 0, touched: [] }, 'no pages yet'],
  ])('counts %j', (relation, words) => {
    expect(describeTouched(relation)).toBe(words);
  });

  it('names what it is and how it was reached', () => {
    const orders = { name: 'orders', table: 'orders', pages: 9, touched: [], mapPages: 1 };
    expect(describeRelation({ ...orders, kind: 'table', via: 'index-only' })).toBe(
      'table, index-only scan, 1 page of its visibility map',
    );
    expect(describeRelation({ ...orders, mapPages: 0, name: 'i', kind: 'index', via: 'index' })).toBe(
      'index of orders',
    );
  });
});

it('lays 5,000 pages out within the width, and finds the block under a point', () => {
  const layout = layOutPages(5_000, 700);
  expect(layout.width).toBeLessThanOrEqual(700);
  expect(layout.columns * layout.rows).toBeGreaterThanOrEqual(5_000);
  expect(blockAt(layout, 5_000, 0, 0)).toBe(0);
  expect(blockAt(layout, 5_000, layout.step + 1, layout.step + 1)).toBe(layout.columns + 1);
  expect(blockAt(layout, 5_000, layout.width + layout.step, 0)).toBeUndefined();
  expect(layOutPages(3, 700).height).toBe(9);
});
