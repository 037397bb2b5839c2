import type { Cell, ResultSet } from '../../engine/engine.ts';

export type Delimited = 'tsv' | 'csv';

function csvField(cell: Cell): string {
  if (cell === null) return '';
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Tabs and line ends inside a cell become spaces: a spreadsheet's clipboard knows no quoting. */
function tsvField(cell: Cell): string {
  return cell === null ? '' : cell.replace(/[\t\r\n]+/g, ' ');
}

/** The rows that are here, with a heading line. NULL is an empty field; in CSV an empty text is `""`. */
export function writeDelimited(
  { columns, rows }: Pick<ResultSet, 'columns' | 'rows'>,
  format: Delimited,
): string {
  const [field, separator, end] = format === 'csv' ? [csvField, ',', '\r\n'] : [tsvField, '\t', '\n'];
  const lines = [columns.map(({ name }) => name), ...rows];
  return lines.map((line) => line.map(field).join(separator) + end).join('');
}
