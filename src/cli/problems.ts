/** An author's mistake: where, what, and what to do about it. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly what: string;
  readonly fix: string;
  /** Where a scaffold left something to write, which keeps nothing from running. */
  readonly unwritten?: true;
  /** Where it is no mistake of the author’s, but a fault of Planwright’s. */
  readonly fault?: true;
}

/** Mistakes of an author that leave a command nothing to work on. `runCommand` tells them. */
export class AuthorMistakes extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** `file:line:column: what. Fix: how.` */
export function formatProblem({ file, line, column, what, fix }: Problem): string {
  const end = (text: string) => text.replace(/[.\s]*$/, '');
  return `${file}:${line}:${column ?? 1}: ${end(what)}. Fix: ${end(fix)}.`;
}

/** By file, then by place; the same line twice is told once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const lines = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...lines.values()].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || (a.column ?? 1) - (b.column ?? 1),
  );
}
