/** One plan to record: what to set, what to run, and how to EXPLAIN it. */
export interface Case {
  /** Unique over the corpus; kebab-case. */
  readonly name: string;
  readonly sql: string;
  /** Statements run before, in the same transaction; everything is rolled back afterwards. */
  readonly before?: readonly string[];
  /** EXPLAIN options; `ANALYZE, BUFFERS` when left out. */
  readonly options?: string;
}

/** A recorded plan: the same statement explained as JSON and as text. */
export interface Recording {
  readonly name: string;
  readonly sql: string;
  readonly json: unknown;
  readonly text: string;
}
