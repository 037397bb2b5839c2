import { expect, it } from 'vitest';
import { listSteps, readQuerySteps, type StepRow } from './query-steps.ts';

/** What SQLite 3.54 prints, and what is said of it. */
const SAID: readonly (readonly [detail: string, about: string])[] = [
  ['SCAN orders', 'Reads orders from its first row to its last.'],
  ['SCAN orders USING COVERING INDEX i', 'Reads the whole index i; the table is not needed.'],
  ['SCAN orders USING INDEX i', 'Reads the whole index i in its order, and fetches each row from orders.'],
  ['SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)', 'Goes to rows of orders by their rowid.'],
  [
    'SEARCH t USING PRIMARY KEY (a=? AND b>?)',
    'Goes to rows of t by the key that it is sorted by: a=? and b>?.',
  ],
  [
    'SEARCH orders USING INDEX i (status=?)',
    'Finds the entries of i where status=?, and fetches each row from orders.',
  ],
  [
    'SEARCH orders USING COVERING INDEX i (ANY(status) AND created_at>? AND created_at<?)',
    'Reads the entries of i where created_at>? and created_at<?; the table is not needed. It does so for each value of status in turn.',
  ],
  [
    'SEARCH o USING AUTOMATIC COVERING INDEX (reference=?)',
    'Builds an index of o for this run alone, and looks each row up in it: reference=?.',
  ],
  [
    'USE TEMP B-TREE FOR LAST TERM OF ORDER BY',
    'Sorts rows in a B-tree of its own, for LAST TERM OF ORDER BY.',
  ],
  ['SCAN CONSTANT ROW', ''],
  ['SCAN dbstat VIRTUAL TABLE INDEX 0x0:', ''],
  ['a step of a later version', ''],
];

it.each(SAID)('says what “%s” means', (detail, about) => {
  expect(readQuerySteps([{ id: 2, parent: 0, detail }])[0]?.about).toBe(about);
});

const OR: readonly StepRow[] = [
  { id: 4, parent: 0, detail: 'MULTI-INDEX OR' },
  { id: 5, parent: 4, detail: 'INDEX 1' },
  { id: 11, parent: 5, detail: 'SEARCH orders USING INDEX a (status=?)' },
  { id: 16, parent: 4, detail: 'INDEX 2' },
  { id: 22, parent: 16, detail: 'SEARCH orders USING INDEX b (customer_id=?)' },
  { id: 30, parent: 0, detail: 'USE TEMP B-TREE FOR ORDER BY' },
];

it('puts steps below the step that they are part of', () => {
  const steps = readQuerySteps(OR);
  expect(steps.map(({ detail, steps: inner }) => [detail, inner.length])).toEqual([
    ['MULTI-INDEX OR', 2],
    ['USE TEMP B-TREE FOR ORDER BY', 0],
  ]);
  expect(listSteps(steps)).toEqual([
    'MULTI-INDEX OR',
    '  INDEX 1',
    '    SEARCH orders USING INDEX a (status=?)',
    '  INDEX 2',
    '    SEARCH orders USING INDEX b (customer_id=?)',
    'USE TEMP B-TREE FOR ORDER BY',
  ]);
});
