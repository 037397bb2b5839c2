import Papa from 'papaparse';

/** A CSV file of a dataset: `csv/<table>.csv`. */
export interface CsvFile {
  readonly table: string;
  readonly text: string;
}

export type CsvRead =
  | { readonly kind: 'ok'; readonly seed: string; readonly rows: number }
  | { readonly kind: 'error'; readonly line: number; readonly what: string; readonly fix: string };

/** The types that a column of texts may have, narrowest first. Empty cells are NULL and fit all. */
const TYPES: readonly (readonly [type: string, fits: RegExp])[] = [
  ['boolean', /^(true|false|t|f)$/i],
  ['integer', /^-?(0|[1-9]\d{0,8})$/],
  ['bigint', /^-?(0|[1-9]\d{0,17})$/],
  ['numeric', /^-?\d{1,30}(\.\d{1,15})?$/],
  ['date', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  ['timestamptz', /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)$/],
  ['timestamp', /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/],
  ['uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
];

/** A number with leading zeros is a code: as a number it would lose them. */
const CODE = /^-?0\d/;

function typeOf(values: readonly string[]): string {
  const told = values.filter((value) => value !== '');
  if (told.length === 0 || told.some((value) => CODE.test(value) && !value.includes('-', 1))) return 'text';
  return TYPES.find(([, fits]) => told.every((value) => fits.test(value)))?.[0] ?? 'text';
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A header, or a file's name, as SQL needs no quotes for it: lower case, words joined by underscores. */
export function snakeName(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

function copyField(value: string): string {
  if (value === '') return '\\N';
  const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
  return value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

function headerMistake(names: readonly string[]): string | undefined {
  if (names.some((name) => name === '')) return 'a column of the first line has no name';
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined ? undefined : `the column “${twice}” is named twice`;
}

/**
 * Makes a table of a CSV file with a header: types are inferred from all its values, an empty cell is NULL, and a column
 * `id` whose values are all there and all different is the primary key.
 */
export function csvToSeed({ table, text }: CsvFile): CsvRead {
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [failed] = parsed.errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (failed) {
    const fix = 'mend that line; a field that holds a comma or a quote stands in quotes';
    return {
      kind: 'error',
      line: (failed.row ?? 0) + 1,
      what: `the CSV cannot be read: ${failed.message}`,
      fix,
    };
  }
  const [header = [], ...rows] = parsed.data;
  const names = header.map(snakeName);
  const mistake =
    headerMistake(names) ?? (rows.length === 0 ? 'there is no row below the header' : undefined);
  if (mistake !== undefined) return { kind: 'error', line: 1, what: mistake, fix: 'mend the first line' };
  const ragged = rows.findIndex((row) => row.length !== names.length);
  if (ragged >= 0) {
    const what = `this row has ${rows[ragged]?.length} fields; the header has ${names.length}`;
    return { kind: 'error', line: ragged + 2, what, fix: 'give each row as many fields as the header' };
  }
  const columns = names.map((name, at) => ({ name, values: rows.map((row) => row[at] ?? '') }));
  const list = columns.map(({ name, values }) => {
    const full = values.every((value) => value !== '');
    const key = name === 'id' && full && new Set(values).size === values.length;
    return `${quoted(name)} ${typeOf(values)}${key ? ' primary key' : full ? ' not null' : ''}`;
  });
  const data = rows.map((row) => `${row.map(copyField).join('\t')}\n`).join('');
  const names_ = names.map(quoted).join(', ');
  const seed = `create table ${quoted(table)} (\n  ${list.join(',\n  ')}\n);\n\nCOPY ${quoted(table)} (${names_}) FROM stdin;\n${data}\\.\n\n`;
  return { kind: 'ok', seed, rows: rows.length };
}
