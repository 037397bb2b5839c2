/** An author's mistake: where, what, and what to do about it. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly what: string;
  readonly fix: string;
}

/** `file:line: what. Fix: how.` */
export function formatProblem({ file, line, column, what, fix }: Problem): string {
  const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
  const end = (text: string) => text.replace(/[.\s]*$/, '');
  return `${place}: ${end(what)}. Fix: ${end(fix)}.`;
}
