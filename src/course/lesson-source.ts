/** A lesson as its file has it: what the tests run and what the check holds against the rest of the course. */
export interface LessonBlock {
  readonly id: string;
  readonly caption: string;
  readonly sql: string;
  /** Where it is not the lesson's. */
  readonly dataset?: string;
  readonly plan: boolean;
  /** Run before any other block. */
  readonly setup: boolean;
  /** Ids of blocks that must have run before. */
  readonly needs: readonly string[];
  /** The claim as written; the lesson's vocabulary says what it may be. */
  readonly expect: unknown;
  /** 1-based line of the tag, and of the first line of SQL. */
  readonly line: number;
  readonly sqlLine: number;
}

/** A component as it is used: name, plain attributes, where. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly line: number;
  readonly column: number;
}

export interface LinkUse {
  readonly url: string;
  readonly line: number;
}

export interface LessonSource {
  /** `<module>/<lesson>`. */
  readonly id: string;
  readonly file: string;
  readonly frontMatter: unknown;
  readonly blocks: readonly LessonBlock[];
  readonly components: readonly ComponentUse[];
  readonly links: readonly LinkUse[];
  /** Figures that the prose takes from a block's run. */
  readonly figures: readonly { readonly of: string; readonly show: string; readonly line: number }[];
}

export interface SourceError {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly what: string;
  readonly fix: string;
}
