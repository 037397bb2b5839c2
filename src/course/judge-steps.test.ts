import { expect, it } from 'vitest';
import { judgeClaim, type Measured } from './judge-claim.ts';

const join: Measured = {
  steps: ['SCAN s', 'SEARCH o USING AUTOMATIC COVERING INDEX (reference=?)'],
  work: { pages: 1506, automaticIndexRows: 199_999 },
  rows: 1,
};
const nothing = new Map<string, Measured>();

it('holds steps, pages and the rows of automatic indexes against a claim', () => {
  const claim = {
    step: 'AUTOMATIC COVERING INDEX',
    noStep: 'USE TEMP B-TREE',
    pagesAtMost: 1600,
    pagesAtLeast: 1500,
    automaticIndexRows: { atLeast: 199_000 },
    rows: 1,
  };
  expect(judgeClaim(join, claim, nothing)).toEqual([]);
});

it('says what was there in place of what is claimed', () => {
  const claim = { step: 'SCAN o', noStep: 'SCAN s', pagesAtMost: 10, automaticIndexRows: 0 };
  const plan = 'the plan is: SCAN s; SEARCH o USING AUTOMATIC COVERING INDEX (reference=?)';
  expect(judgeClaim(join, claim, nothing)).toEqual([
    `no step holds “SCAN o”; ${plan}`,
    `a step holds “SCAN s”; ${plan}`,
    '199999 rows were put into automatic indexes, not 0',
    '1506 pages, more than 10',
  ]);
});

it('lets no claim hold of a statement that has no plan', () => {
  const created = { steps: [], work: { pages: 3, automaticIndexRows: 0 } };
  expect(judgeClaim(created, { noStep: 'SCAN' }, nothing)).toEqual(['the last statement has no plan']);
});

it('compares pages with those of another block', () => {
  const others = new Map([['join', join]]);
  const search = { steps: ['SEARCH o'], work: { pages: 15, automaticIndexRows: 0 } };
  expect(judgeClaim(search, { ratio: { to: 'join', pagesAtLeast: 100 } }, others)).toEqual([]);
  expect(judgeClaim(search, { ratio: { to: 'join', pagesAtLeast: 101 } }, others)).toHaveLength(1);
  expect(judgeClaim(search, { ratio: { to: 'join', costAtLeast: 2 } }, others)).toEqual([
    'the ratio to “join” (costAtLeast) compares figures, and this block and “join” have none',
  ]);
});
