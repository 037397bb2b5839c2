import { expect, test } from 'vitest';
import { createdIndex, evidenceOf } from '../checks/sample-evidence.ts';
import { readExercise } from '../exercise/read-exercise.ts';
import { suggestForAll } from '../exercise/suggest-budgets.ts';
import type { Report } from '../grader/report.ts';
import { tightBudgets, tooLarge } from './check-budgets.ts';
import { formatProblem } from './problems.ts';

/** An exercise with these checks; the other files do not matter here. */
function exerciseWith(...checks: readonly string[]) {
  const front = `---
format: 1
title: Orders
summary: The order page reads the whole table.
module: indexing
order: 10
difficulty: 1
minutes: 5
concepts: [b-tree]
dataset: shop
task: tune
allow: [create-index]
workload:
  - { id: q, sql: select id from orders where customer_id = $1, shown: [[42]], hidden: select 7 }
  - { id: r, sql: select 1 }
checks:
${checks.map((check) => `  - ${check}\n`).join('')}---

Make it fast.
`;
  const read = readExercise(
    new Map([
      ['exercise.mdx', front],
      ['start.sql', ''],
      ['solution.sql', ''],
    ]),
    'orders',
  );
  if (!read.exercise || !read.front) throw new Error(JSON.stringify(read));
  return { exercise: read.exercise, front: read.front, file: 'exercise.mdx' };
}

const seen = evidenceOf(
  [{ pages: 1000 }, { query: 'r', pages: 0 }],
  [{ pages: 46 }, { query: 'r', pages: 0 }],
);
const evidence = {
  ...seen,
  start: { ...seen.start, wal: [{ table: 'orders', bytesPerRow: 200 }] },
  submission: {
    ...seen.submission,
    indexes: [createdIndex('i', 95 * 1024)],
    wal: [{ table: 'orders', bytesPerRow: 204 }],
  },
};
const solution: Report = {
  format: 1,
  exercise: 'orders',
  engine: '',
  passed: true,
  checks: [],
  findings: [],
  evidence,
  ms: 0,
};

const WAL = '{ id: writes, kind: wal-per-row, table: orders, at-most: +3% }';
const PAGES = '{ id: pages, kind: buffers, of: q, at-most: 4.7%, than: start }';
const TOTAL = '{ id: day, kind: total, runs: { q: 10, r: 1 }, at-most: 4.6%, than: start }';
const LEAN = '{ id: lean, kind: index-bytes, at-most: 100 kB }';

test('a budget without room is told as it is written, with the figures beside it', () => {
  const lines = tightBudgets({ ...exerciseWith(WAL, PAGES, TOTAL, LEAN), solution }).map(formatProblem);
  const because =
    'of it; at least 10 % has to be left, because an honest answer that is a little larger than yours, or a minor release, must not fail';
  expect(lines).toEqual([
    `exercise.mdx:17:62: check “writes”: the solution takes 204 bytes of WAL a row, 200 at the start, and at-most: +3% allows 206 bytes of WAL a row, which leaves 1.0 % ${because}. Fix: write at-most: +17%, or more.`,
    `exercise.mdx:19:61: check “day”: the solution takes 460 pages, 10,000 at the start, and at-most: 4.6% allows 460 pages, which leaves 0.0 % ${because}. Fix: write at-most: 6%, or more.`,
    `exercise.mdx:20:45: check “lean”: the solution takes 95 kB, and at-most: 100 kB allows 100 kB, which leaves 5.0 % ${because}. Fix: write at-most: 150 kB, or more.`,
  ]);
});

test('what it says to write is what the authoring panel suggests, and enough', () => {
  const tight = exerciseWith(WAL, TOTAL, LEAN);
  const said = tightBudgets({ ...tight, solution }).map(({ fix }) => /write (.*), or/.exec(fix)?.[1]);
  const suggested = suggestForAll(tight.exercise.spec.checks, [{ file: 'solution.sql', evidence }]);
  expect(said).toEqual(suggested.map(({ key, value }) => `${key}: ${value}`));
  const mended = [WAL, TOTAL, LEAN].map((check, at) =>
    check.replace(/at-most: [^,}]*[^,} ]/, said[at] ?? ''),
  );
  expect(tightBudgets({ ...exerciseWith(...mended), solution })).toEqual([]);
});

test('a result that is too large to be compared is the author’s mistake, where it is compared', () => {
  const large = evidenceOf([{ keptOf: 200_000 }, { query: 'r' }], []);
  const start = {
    side: large.start,
    reference: [],
    probes: [],
    catalog: [],
    rows: [],
    transaction: '',
    partitions: {},
    referenceOrdered: true,
    patience: 1,
  };
  const said = (...checks: readonly string[]) =>
    tooLarge({ ...exerciseWith(...checks), start }).map(formatProblem);
  expect(said(LEAN)).toEqual([]);
  expect(said(LEAN, '{ id: same, kind: rows }')).toEqual([
    'exercise.mdx:14:19: the query “q” returns 200,000 rows, more than are compared. Fix: ask for fewer rows, or for an aggregate of them: at most 100,000 rows and 64 MB are compared.',
  ]);
});
