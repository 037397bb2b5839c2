import type { ResultSet } from '../../engine/engine.ts';

const separated = (value: number) => (value < 1000 ? String(value) : value.toLocaleString('en'));

/** OIDs of int2, int4, int8, float4, float8, numeric, oid, money. */
const numericTypes = new Set([21, 23, 20, 700, 701, 1700, 26, 790]);

/** True where a column's values are compared by their digits, so they stand to the right. */
export function isNumeric(type: number): boolean {
  return numericTypes.has(type);
}

/** `1 row`, `200,000 rows`. */
function countRows(rows: number): string {
  return `${separated(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

/** `0.42 ms`, `12.3 ms`, `1.52 s`. */
export function showDuration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(2)} ms`;
}

/** What a statement did, in a few words: `7 rows`, `INSERT, 3 rows`, `CREATE INDEX`. */
export function describeResult({ command, columns, rowCount }: ResultSet): string {
  if (columns.length > 0) return countRows(rowCount);
  return /^(INSERT|UPDATE|DELETE|MERGE|COPY|SELECT)$/.test(command)
    ? `${command}, ${countRows(rowCount)}`
    : command;
}

/** Says what of a result is not shown, or undefined where everything is. */
export function describeCut({ columns, rows, rowCount, truncated }: ResultSet): string | undefined {
  if (columns.length === 0 || !truncated) return undefined;
  if (rows.length < rowCount)
    return `The first ${separated(rows.length)} of ${countRows(rowCount)}; the rest was counted and left out.`;
  return 'Some values are long and were cut short.';
}

/** The lines of a plan that EXPLAIN gave as text, or undefined for any other result. */
export function readPlanText({ command, columns, rows }: ResultSet): string | undefined {
  if (command !== 'EXPLAIN' || columns.length !== 1) return undefined;
  return rows.map(([line]) => line ?? '').join('\n');
}
