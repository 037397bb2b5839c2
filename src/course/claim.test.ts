import { expect, it } from 'vitest';
import { claimSchema } from './claim.ts';
import { readClaim } from './read-claim.ts';

it.each([
  [{ node: 'Seq Scan', on: 'orders', pagesAtLeast: 1000 }, true],
  [{ error: '42P17' }, true],
  [{ ratio: { to: 'before', pagesAtLeast: 50 } }, true],
  [{ none: 'Sort' }, true],
  [{ error: '42P17', rows: 1 }, false],
  [{ error: 'oops' }, false],
  [{ ratio: { to: 'before' } }, false],
  [{ pages: 3 }, false],
  [{ on: 'orders' }, false],
  [{ using: 'orders_pkey' }, false],
  [{ pagesAtMost: -1 }, false],
  [{ heapFetches: 0 }, true],
  [{ indexSearches: { atLeast: 5, atMost: 10 } }, true],
  [{ rowsRemoved: {} }, false],
  [{ rowsRemoved: { least: 5 } }, false],
  [{ node: 'Index Scan', loops: 20 }, true],
  [{ loops: 20 }, false],
])('accepts or refuses the claim %j: %s', (claim, valid) => {
  expect(claimSchema.safeParse(claim).success).toBe(valid);
});

it('says what goes together, and where to read about it', () => {
  const block = { id: 'after-open', line: 7, expect: { using: 'orders_pkey' } };
  const read = readClaim('a.mdx', block as Parameters<typeof readClaim>[1]);
  expect(read.kind === 'wrong' && read.problems).toEqual([
    {
      file: 'a.mdx',
      line: 7,
      what: 'the claim of block “after-open”: `using` needs `node`',
      fix: 'write what docs/authoring.md says under “expect”; the page /teach/ has it too',
    },
  ]);
});
