import Papa from 'papaparse';
import { type CsvType, TypeGuess } from './csv-types.ts';

export interface CsvColumn {
  readonly name: string;
  readonly type: CsvType;
}

/** A row with the line of the file that it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly CsvRow[];
}

export type CsvRead =
  | { readonly kind: 'ok'; readonly table: CsvTable }
  /** What is wrong with the file, the first few mistakes, each with its line. */
  | { readonly kind: 'refused'; readonly mistakes: readonly string[] };

const MOST_MISTAKES = 5;
const MOST_COLUMNS = 200;

/** PostgreSQL keeps 63 bytes of a name; the rest is for what tells equal ones apart. */
const LONGEST_NAME_BYTES = 55;

function cutToBytes(name: string, most: number): string {
  return name.slice(0, new TextEncoder().encodeInto(name, new Uint8Array(most)).read);
}

/** A heading as the name of a column: lower case, words joined by underscores, each once. */
function columnNames(header: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return header.map((heading, at) => {
    const plain = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/g, '');
    const base = cutToBytes(plain === '' ? `column_${at + 1}` : plain, LONGEST_NAME_BYTES);
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
    taken.add(name);
    return name;
  });
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Where each row begins: a quoted field may hold line breaks. */
function withLines(rows: readonly (readonly string[])[]): readonly CsvRow[] {
  let line = 1;
  return rows.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    return row;
  });
}

const QUOTES: Readonly<Record<string, string>> = {
  MissingQuotes: 'a quote that is never closed',
  InvalidQuotes: 'a quote in the middle of a field; write it twice, and put the field in quotes',
};

function quoteMistakes(errors: readonly Papa.ParseError[], rows: readonly CsvRow[]): readonly string[] {
  return errors.flatMap(({ type, code, row }) =>
    type === 'Quotes'
      ? [`Line ${rows[row ?? 0]?.line ?? 1} has ${QUOTES[code] ?? 'a misplaced quote'}.`]
      : [],
  );
}

function lengthMistakes(rows: readonly CsvRow[], wanted: number): readonly string[] {
  return rows
    .filter(({ cells }) => cells.length !== wanted)
    .map(
      ({ line, cells }) => `Line ${line} has ${plural(cells.length, 'field')}; the first line has ${wanted}.`,
    );
}

function refuse(mistakes: readonly string[]): CsvRead {
  const more = mistakes.length - MOST_MISTAKES;
  const shown = mistakes.slice(0, MOST_MISTAKES);
  return {
    kind: 'refused',
    mistakes: more > 0 ? [...shown, `${plural(more, 'more line')} like these.`] : shown,
  };
}

/**
 * Reads a CSV text whose first line names the columns. The separator (comma, semicolon, tab, bar) is found out; types
 * are the narrowest that all values fit.
 */
export function readCsv(text: string): CsvRead {
  const normal = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '');
  const parsed = Papa.parse<string[]>(normal, { skipEmptyLines: false, newline: '\n' });
  const all = withLines(parsed.data);
  const filled = all.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  const [header, ...rows] = filled;
  if (header === undefined || rows.length === 0)
    return refuse(['The file has no row under its first line, which names the columns.']);
  if (header.cells.length > MOST_COLUMNS)
    return refuse([
      `The first line has ${header.cells.length} fields; up to ${MOST_COLUMNS} columns are read.`,
    ]);
  const mistakes = [...quoteMistakes(parsed.errors, all), ...lengthMistakes(rows, header.cells.length)];
  if (mistakes.length > 0) return refuse(mistakes);
  const guesses = header.cells.map(() => new TypeGuess());
  for (const { cells } of rows) for (const [at, cell] of cells.entries()) guesses[at]?.add(cell);
  const columns = columnNames(header.cells).map((name, at) => ({ name, type: guesses[at]?.type ?? 'text' }));
  return { kind: 'ok', table: { columns, rows } };
}

/** A file's name as the name of a table. */
export function tableName(file: string): string {
  const [name = ''] = columnNames([file.replace(/\.[^.]*$/, '')]);
  return /^\p{L}/u.test(name) ? name : `t_${name}`;
}
