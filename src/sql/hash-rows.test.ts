import { expect, test } from 'vitest';
import type { Cell } from '../engine/engine.ts';
import { createRowHasher, hashRows } from './hash-rows.ts';

const rows: readonly (readonly Cell[])[] = [
  ['1', 'é', null],
  ['2', '', '😀'],
  ['1', 'é', null],
];

test('the same rows give the same digest, on any machine and in any release', () => {
  expect(hashRows(rows)).toEqual(hashRows(rows.map((row) => [...row])));
  expect(hashRows(rows)).toEqual({
    count: 3,
    ordered: '2c112233a12bada7a71b6c16d549d32b',
    sorted: '7998881ed0663cccf1b41dc0dd979ce0',
  });
});

test('order changes one hash and not the other', () => {
  const [first, second] = [hashRows(rows), hashRows(rows.toReversed().sort())];
  const turned = hashRows([...rows.slice(1), ...rows.slice(0, 1)]);
  expect(turned.sorted).toBe(first.sorted);
  expect(turned.ordered).not.toBe(first.ordered);
  expect(second.sorted).toBe(first.sorted);
});

const different: readonly (readonly (readonly Cell[])[])[] = [
  [],
  [[]],
  [[], []],
  [['']],
  [[null]],
  [['', '']],
  [[null, '']],
  [['', null]],
  [['ab', 'c']],
  [['a', 'bc']],
  [['abc']],
  [['a'], ['b', 'c']],
  [['a', 'b'], ['c']],
  [['1'], ['1']],
  [['1'], ['1'], ['1']],
  [['1']],
  [['NULL']],
  [['\u0000']],
];

test('whatever differs gives other hashes', () => {
  expect(new Set(different.map((some) => hashRows(some).ordered)).size).toBe(different.length);
  expect(new Set(different.map((some) => hashRows(some).sorted)).size).toBe(different.length);
});

test('neighbouring numbers do not collide, and every row is counted', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 20_000; i += 1) seen.add(hashRows([[String(i)]]).sorted);
  expect(seen.size).toBe(20_000);
  const hasher = createRowHasher();
  for (let i = 0; i < 200_000; i += 1)
    hasher.add([String(i), 'someone@example.test', null, '2024-01-01 00:00:00+00']);
  expect(hasher.digest().count).toBe(200_000);
});
