import type { Entry } from './history.ts';

/** The name that a table gets which was pasted. */
const FILE = 'pasted.csv';
/** PostgreSQL’s syntax_error. */
const SYNTAX_ERROR = '42601';
const DELIMITERS = [',', ';', '\t'] as const;
/** Enough to see that each line has as many fields as the first. */
const LINES = 5;

function fieldsOf(line: string, delimiter: string): number {
  return line.replace(/"(?:[^"]|"")*"/g, 'x').split(delimiter).length;
}

/** Whether a text reads as a table: a line of names, and lines with as many fields. SQL may look so by chance. */
export function looksLikeCsv(text: string): boolean {
  const lines = text.trim().split(/\r?\n/).slice(0, LINES);
  const [names = ''] = lines;
  if (lines.length < 2 || /['()]/.test(names)) return false;
  return DELIMITERS.some((delimiter) => {
    const wanted = fieldsOf(names, delimiter);
    return wanted > 1 && lines.every((line) => fieldsOf(line, delimiter) === wanted);
  });
}

/** The CSV that was run as if it were SQL. PostgreSQL has been asked first, so that no SQL is taken for one. */
export function csvOf(entry: Entry | undefined): File | undefined {
  if (entry?.outcome.kind !== 'run') return undefined;
  const { run } = entry.outcome;
  const isCsv = run.kind === 'sql-error' && run.error.sqlstate === SYNTAX_ERROR && looksLikeCsv(entry.sql);
  return isCsv ? new File([entry.sql], FILE) : undefined;
}
