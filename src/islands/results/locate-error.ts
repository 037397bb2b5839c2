/** The line that an error points at, cut at the place. */
export interface ErrorPlace {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  /** The word or sign at the place; empty at the end of the text. */
  readonly at: string;
  readonly after: string;
}

/** Of a line that is longer, this much is shown on either side of the place, and of the place itself. */
const MOST_SHOWN = 200;

const headOf = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
const tailOf = (text: string) => (text.length > MOST_SHOWN ? `…${text.slice(-MOST_SHOWN)}` : text);

/** Finds an offset (UTF-16, from 0) in a text; undefined where it lies outside. */
export function locateError(sql: string, position: number | undefined): ErrorPlace | undefined {
  if (position === undefined || position < 0 || position > sql.length) return undefined;
  const start = sql.lastIndexOf('\n', position - 1) + 1;
  const newline = sql.indexOf('\n', position);
  const text = sql.slice(start, newline < 0 ? sql.length : newline).replace(/\r$/, '');
  const column = Math.min(position - start, text.length);
  const at = /^(?:[\p{L}\p{N}_$]+|"[^"]*"?|'[^']*'?|.)/u.exec(text.slice(column))?.[0] ?? '';
  return {
    line: sql.slice(0, start).split('\n').length,
    column: column + 1,
    before: tailOf(text.slice(0, column)),
    at: headOf(at),
    after: headOf(text.slice(column + at.length)),
  };
}
