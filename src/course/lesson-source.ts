/** A lesson as its file has it: what the tests run and what the check holds against the rest of the course. */
export interface LessonBlock {
  readonly id: string;
  readonly caption: string;
  readonly sql: string;
  /** Where it is not the lesson's. */
  readonly dataset?: string;
  /** Where it does not run on PostgreSQL. */
  readonly engine?: 'sqlite';
  /** Tables of the dataset that such an engine is given a copy of. */
  readonly tables: readonly string[];
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

/** A component as it is used: name, plain attributes, what stands in it, where. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The text between its tags, markup left out. */
  readonly text: string;
  /** Components between its tags, at any depth. */
  readonly inside: readonly ComponentUse[];
  readonly line: number;
  readonly column: number;
}

/** A tag of HTML, with the names of its attributes. */
export interface TagUse {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly line: number;
  readonly column: number;
}

/** A link in a lesson. */
export interface LinkUse {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** A figure that the prose takes from a block's run. */
export interface FigureUse extends FigureAsked {
  readonly of: string;
  readonly line: number;
}

/** Which figure of a block: of the whole statement, or of the first plan node that fits `at`, `on` and `using`. */
export interface FigureAsked {
  readonly show: string;
  readonly at?: string | undefined;
  readonly on?: string | undefined;
  readonly using?: string | undefined;
}

/** A lesson’s MDX, read as data. */
export interface LessonSource {
  /** `<module>/<lesson>`; of a task, `exercises/<id>`. */
  readonly id: string;
  /** Where the page stands on the site, under `/`. */
  readonly route: string;
  readonly file: string;
  readonly frontMatter: unknown;
  /** 1-based lines of what is in the front matter, by its place there: `order`, `sources.0.url`. */
  readonly keyLines: Readonly<Record<string, number>>;
  readonly blocks: readonly LessonBlock[];
  /** Every component, also those within others. */
  readonly components: readonly ComponentUse[];
  /** Tags in lower case: HTML, where nothing is misspelt. */
  readonly tags: readonly TagUse[];
  /** Names that the author imports. */
  readonly imported: readonly string[];
  /** Where it imports from, as written. */
  readonly imports: readonly LinkUse[];
  readonly links: readonly LinkUse[];
  /** Ids that a link can lead to: headings, blocks, predictions. */
  readonly anchors: readonly string[];
  /** Pictures that Markdown names, by their addresses as written. */
  readonly images: readonly LinkUse[];
  readonly figures: readonly FigureUse[];
}

/** A mistake in a lesson’s source. */
export interface SourceError {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly what: string;
  readonly fix: string;
}
