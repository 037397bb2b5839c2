import type { Spec } from './spec.ts';

/** A file of SQL, by its name without the ending. */
export interface NamedSql {
  /** The file's name without `.sql`. */
  readonly name: string;
  readonly sql: string;
}

/** A plausible mistake: which checks it must fail, and the misconceptions that must be named. */
export interface WrongAnswer extends NamedSql {
  /** Check ids; `gate` and `sql-error` where the statement is refused, `unchanged` and `made-by-you` for the grader's own checks. */
  readonly fails: readonly string[];
  readonly misconceptions: readonly string[];
}

/** An exercise as its folder has it. */
export interface Exercise {
  /** The folder's name. */
  readonly id: string;
  readonly spec: Spec;
  readonly start: string;
  readonly solution: string;
  readonly setup?: string;
  readonly also: readonly NamedSql[];
  readonly wrong: readonly WrongAnswer[];
}

/** What an author has to mend. */
export interface AuthorError {
  /** Path inside the exercise's folder. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly what: string;
  readonly fix: string;
  /** Where a scaffold left something to write, which keeps nothing from running. */
  readonly unwritten?: true;
}
