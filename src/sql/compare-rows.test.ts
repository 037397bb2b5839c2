import { describe, expect, test } from 'vitest';
import type { Cell } from '../engine/engine.ts';
import { compareRows, rowInWords } from './compare-rows.ts';
import { hashRows } from './hash-rows.ts';
import type { RowsEvidence } from './rows-evidence.ts';

function evidence(rows: readonly (readonly Cell[])[], columns = ['id', 'name'], kept = 20): RowsEvidence {
  return { ...hashRows(rows), columns, sample: rows.slice(0, kept) };
}

const A: readonly (readonly Cell[])[] = [
  ['1', 'a'],
  ['2', null],
  ['2', null],
];

function messageOf(expected: RowsEvidence, actual: RowsEvidence, ordered = false): string {
  const result = compareRows(expected, actual, ordered);
  return result.same ? 'same' : `${result.difference}: ${result.message}`;
}

test('of many rows the first that differs is told where the order counts, and none where it does not', () => {
  const many = (name: string) => Array.from({ length: 30 }, (_, i): readonly Cell[] => [String(i), name]);
  const [expected, actual] = [
    evidence(many('a')),
    evidence([...many('a').slice(0, 2), ...many('b').slice(2)]),
  ];
  expect(messageOf(expected, actual, true)).toMatch(
    /but not the same ones\. Row 3 is \(2, 'b'\); asked for is \(2, 'a'\)\.$/,
  );
  expect(messageOf(expected, actual)).toMatch(/but not the same ones\.$/);
  expect(messageOf(expected, evidence(many('a').slice(1)), true)).toMatch(
    /^row-count: .* Row 1 is \(1, 'a'\); asked for is \(0, 'a'\)\.$/,
  );
});

describe('a result of which a part was left out', () => {
  const part = { ...evidence(A), count: 200_000, truncated: true } as const;
  const other = { ...part, ...hashRows(A.toReversed()), count: 200_000 };
  const undecided = 'undecided: The result (200,000 rows) is too large to be compared to its end.';

  test('is never the same', () => {
    expect(messageOf(part, part, true)).toBe(undecided);
    expect(messageOf(part, { ...evidence(A), count: 200_000 })).toBe(undecided);
  });

  test('is another one where its number of rows or its first rows are, and the order counts', () => {
    expect(messageOf(part, { ...part, count: 150_000 }, false)).toMatch(/^row-count: /);
    expect(messageOf(part, other, true)).toMatch(/^order: /);
    expect(messageOf(part, { ...part, ...hashRows([['3', 'c']]), count: 200_000 }, true)).toMatch(
      /^values: /,
    );
  });

  test('may be the same where the order does not count, whatever its first rows are', () => {
    expect(messageOf(part, { ...part, ...hashRows([['3', 'c']]), count: 200_000 })).toBe(undecided);
  });
});

describe('the same', () => {
  test('in order, and in another order where order is not asked for', () => {
    expect(compareRows(evidence(A), evidence(A), true)).toEqual({ same: true });
    expect(compareRows(evidence(A), evidence(A.toReversed()), false)).toEqual({ same: true });
  });

  test('a column that the solution did not name may be called anything', () => {
    expect(compareRows(evidence(A, ['id', '?column?']), evidence(A), true).same).toBe(true);
  });
});

describe('differences in words', () => {
  test('order', () => {
    expect(messageOf(evidence(A), evidence(A.toReversed()), true)).toBe(
      "order: The rows are the right ones in another order. Row 1 is (2, NULL); asked for is (1, 'a').",
    );
  });

  test('missing and extra rows, duplicates counted', () => {
    expect(messageOf(evidence(A), evidence(A.slice(0, 2)))).toBe(
      'row-count: The result has 2 rows; asked for are 3. One row is missing, such as (2, NULL).',
    );
    expect(messageOf(evidence(A), evidence([...A, ['3', 'x'], ['4', 'y']]))).toBe(
      "row-count: The result has 5 rows; asked for are 3. 2 rows are there that should not be, such as (3, 'x').",
    );
  });

  test('other values', () => {
    const message = messageOf(evidence(A), evidence([...A.slice(0, 2), ['2', '']]));
    expect(message).toBe(
      "values: The result has as many rows as asked for (3), but not the same ones. One row is missing, such as (2, NULL). One row is there that should not be, such as (2, '').",
    );
  });

  test('no row is named where the samples do not hold all rows', () => {
    const message = messageOf(evidence(A, undefined, 1), evidence(A.slice(0, 2), undefined, 1));
    expect(message).toBe('row-count: The result has 2 rows; asked for are 3.');
  });

  test('what columns hold', () => {
    const typed = (kind: string | null) => ({ ...evidence([['1', 'a']]), kinds: [kind, 'text'] });
    expect(compareRows(typed('number'), typed('text'), true)).toMatchObject({
      difference: 'column-kinds',
      message: 'Column 1 (id) holds text; asked for is number.',
    });
    for (const kind of ['number', null]) {
      expect(compareRows(typed('number'), typed(kind), true)).toEqual({ same: true });
    }
    expect(compareRows(evidence([['1', 'a']]), typed('text'), true)).toEqual({ same: true });
  });

  test('columns', () => {
    expect(messageOf(evidence(A), evidence(A, ['id']))).toBe(
      'column-count: The result has 1 column (id); asked for are 2 (id, name).',
    );
    expect(messageOf(evidence(A), evidence(A, ['id', 'title']))).toBe(
      'column-names: Column 2 is called title; asked for is name.',
    );
  });
});

test('long rows are cut', () => {
  expect(rowInWords(['x'.repeat(500)])).toHaveLength(100);
  expect(rowInWords(['-1.5', "it's", null])).toBe("(-1.5, 'it's', NULL)");
});
