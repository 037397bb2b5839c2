import { expect, test } from 'vitest';
import { changedBy, partOf } from './amounts.ts';

test.each([
  ['29%', 100, 29],
  ['57%', 100, 57],
  ['58%', 50, 29],
  ['4.6 %', 10_000, 460],
  ['0.29%', 10_000, 29],
  ['100%', 7, 7],
  ['150%', 3, 4],
  ['33%', 100_000_000, 33_000_000],
])('%s of %d is %d', (share, amount, part) => {
  expect(partOf(share, amount)).toBe(part);
});

test('every whole percentage of every number of pages is exact', () => {
  const wrong: string[] = [];
  for (let percent = 1; percent <= 200; percent += 1)
    for (let pages = 100; pages <= 10_000; pages += 100)
      if (partOf(`${percent}%`, pages) !== (pages / 100) * percent) wrong.push(`${percent}% of ${pages}`);
  expect(wrong).toEqual([]);
});

test.each([
  ['+15%', 100, 115],
  ['+40 %', 100, 140],
  ['-27%', 200, 146],
  ['-1%', 150, 148],
  ['+0.5%', 1000, 1005],
  ['-100%', 9, 0],
])('%s on %d is %d', (change, amount, changed) => {
  expect(changedBy(change, amount)).toBe(changed);
});
