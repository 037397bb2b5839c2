import type { Cell } from '../engine/engine.ts';
import type { RowsEvidence } from './rows-evidence.ts';

/** What two results differ in; `undecided` where not all was there to be compared, and they may be the same. */
export type RowDifference =
  | 'column-count'
  | 'column-names'
  | 'column-kinds'
  | 'row-count'
  | 'values'
  | 'order'
  | 'undecided';

/** Whether two results are the same. */
export type RowComparison =
  | { readonly same: true }
  | {
      readonly same: false;
      readonly difference: RowDifference;
      /** One or two sentences. */
      readonly message: string;
    };

const MAX_SHOWN = 100;

/** A row as it is written in SQL, cut to a readable length: `(7, NULL, 'Ada')`. */
export function rowInWords(row: readonly Cell[]): string {
  const cells = row.map((cell) =>
    cell === null ? 'NULL' : /^-?\d+(\.\d+)?$/.test(cell) ? cell : `'${cell}'`,
  );
  const all = `(${cells.join(', ')})`;
  return all.length > MAX_SHOWN ? `${all.slice(0, MAX_SHOWN - 2)} …` : all;
}

function key(row: readonly Cell[]): string {
  return JSON.stringify(row);
}

/** Rows of `some` that `others` does not have, counting repeats. */
function without(some: RowsEvidence['sample'], others: RowsEvidence['sample']): RowsEvidence['sample'] {
  const left = new Map<string, number>();
  for (const row of others) left.set(key(row), (left.get(key(row)) ?? 0) + 1);
  return some.filter((row) => {
    const count = left.get(key(row)) ?? 0;
    left.set(key(row), count - 1);
    return count <= 0;
  });
}

const isWhole = (rows: RowsEvidence): boolean => rows.sample.length === rows.count;

/** The first row that differs, where the order counts. */
function firstDifference(expected: RowsEvidence, actual: RowsEvidence): string {
  const at = expected.sample.findIndex((row, i) => key(row) !== key(actual.sample[i] ?? []));
  const [wanted, got] = [expected.sample[at], actual.sample[at]];
  return wanted && got ? ` Row ${at + 1} is ${rowInWords(got)}; asked for is ${rowInWords(wanted)}.` : '';
}

/** Which row is missing or too many, where the samples hold all the rows; else the first in order that differs. */
function exampleOf(expected: RowsEvidence, actual: RowsEvidence, ordered: boolean): string {
  if (!isWhole(expected) || !isWhole(actual)) return ordered ? firstDifference(expected, actual) : '';
  const missing = without(expected.sample, actual.sample);
  const extra = without(actual.sample, expected.sample);
  const say = (rows: RowsEvidence['sample'], what: string): string[] => {
    const first = rows[0];
    if (first === undefined) return [];
    return [
      `${rows.length === 1 ? `One row is ${what}` : `${rows.length} rows are ${what}`}, such as ${rowInWords(first)}.`,
    ];
  };
  return [...say(missing, 'missing'), ...say(extra, 'there that should not be')]
    .map((text) => ` ${text}`)
    .join('');
}

const countOf = (n: number, thing: string): string =>
  `${n.toLocaleString('en')} ${thing}${n === 1 ? '' : 's'}`;

function compareColumns(expected: RowsEvidence, actual: RowsEvidence): RowComparison | undefined {
  const [wanted, got] = [expected.columns, actual.columns];
  if (wanted.length !== got.length) {
    const message = `The result has ${countOf(got.length, 'column')} (${got.join(', ')}); asked for are ${wanted.length} (${wanted.join(', ')}).`;
    return { same: false, difference: 'column-count', message };
  }
  const wrong = wanted.findIndex((name, i) => name !== '?column?' && name !== got[i]);
  if (wrong < 0) return compareKinds(expected, actual);
  const message = `Column ${wrong + 1} is called ${got[wrong]}; asked for is ${wanted[wrong]}.`;
  return { same: false, difference: 'column-names', message };
}

/** A number that comes as text looks the same and is none for an application. How large a number may be is not compared. */
function compareKinds(expected: RowsEvidence, actual: RowsEvidence): RowComparison | undefined {
  const [wanted, got] = [expected.kinds ?? [], actual.kinds ?? []];
  const wrong = wanted.findIndex((kind, i) => kind !== null && (got[i] ?? null) !== null && kind !== got[i]);
  if (wrong < 0) return undefined;
  const message = `Column ${wrong + 1} (${actual.columns[wrong]}) holds ${got[wrong]}; asked for is ${wanted[wrong]}.`;
  return { same: false, difference: 'column-kinds', message };
}

function orderMessage(expected: RowsEvidence, actual: RowsEvidence): string {
  return `The rows are the right ones in another order.${firstDifference(expected, actual)}`;
}

/** Of two results only the first rows are there. In order these have to be the same; in any order they tell nothing. */
function compareParts(expected: RowsEvidence, actual: RowsEvidence, ordered: boolean): RowComparison {
  if (ordered && expected.ordered !== actual.ordered) return compareValues(expected, actual, ordered);
  const message = `The result (${countOf(actual.count, 'row')}) is too large to be compared to its end.`;
  return { same: false, difference: 'undecided', message };
}

function compareValues(expected: RowsEvidence, actual: RowsEvidence, ordered: boolean): RowComparison {
  if (expected.sorted !== actual.sorted) {
    const message = `The result has as many rows as asked for (${expected.count.toLocaleString('en')}), but not the same ones.`;
    return { same: false, difference: 'values', message: message + exampleOf(expected, actual, ordered) };
  }
  if (ordered && expected.ordered !== actual.ordered) {
    return { same: false, difference: 'order', message: orderMessage(expected, actual) };
  }
  return { same: true };
}

/** Compares a result with the one that is asked for, in order or as a multiset, and says how they differ. */
export function compareRows(expected: RowsEvidence, actual: RowsEvidence, ordered: boolean): RowComparison {
  const columns = compareColumns(expected, actual);
  if (columns) return columns;
  if (expected.count !== actual.count) {
    const message = `The result has ${countOf(actual.count, 'row')}; asked for are ${expected.count.toLocaleString('en')}.`;
    return { same: false, difference: 'row-count', message: message + exampleOf(expected, actual, ordered) };
  }
  const isPart = expected.truncated || actual.truncated;
  return isPart ? compareParts(expected, actual, ordered) : compareValues(expected, actual, ordered);
}
