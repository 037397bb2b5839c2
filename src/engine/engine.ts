/**
 * The one small interface between Planwright and a database: a PostgreSQL, in some lessons a SQLite. Everything above asks for sessions and runs SQL;
 * EXPLAIN, catalog reads and settings are just SQL. Types only: implementations live beside this file.
 */

/** A value in PostgreSQL's text format; null is SQL NULL. */
export type Cell = string | null;

/** A column of a result. */
export interface Column {
  readonly name: string;
  /** The type's OID, as the wire protocol reports it. */
  readonly type: number;
}

/** What an engine counts of a statement without being asked. PostgreSQL says it in a plan. */
export interface Work {
  /** Pages that it asked the page cache for. */
  readonly pages: number;
  /** Rows put into indexes that were built for this run alone; SQLite does not count the first of each. */
  readonly automaticIndexRows: number;
}

/** What one statement returned. Rows are arrays: column names may repeat or be called anything. */
export interface ResultSet {
  /** The command tag without its counts: `SELECT`, `CREATE INDEX`, `INSERT`. */
  readonly command: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that the statement returned or changed, also those beyond the caps. */
  readonly rowCount: number;
  /** True where a cap cut rows off or a cell short. */
  readonly truncated: boolean;
  /** Wall-clock time of this statement alone, in ms. */
  readonly ms: number;
  /** From SQLite only. */
  readonly work?: Work;
}

/** An error that the database reports: the learner’s, never ours. */
export interface SqlError {
  /** Five characters; from SQLite the name of its result code, `SQLITE_CONSTRAINT_UNIQUE`. */
  readonly sqlstate: string;
  readonly severity: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
  /** 0-based offset in UTF-16 code units into the whole text that was run, where the engine pointed at a place. */
  readonly position?: number;
}

/** What PostgreSQL says beside an answer. */
export interface Notice {
  readonly severity: string;
  readonly message: string;
}

/** No more are kept, of one statement or of all of a text. */
export const MAX_NOTICES = 200;

/** How long a text may run, and how much of its answer is kept. */
export interface Limits {
  /** Wall clock for the whole text, in ms; past it the worker is killed and the session is closed. */
  readonly timeoutMs: number;
  /** Rows kept of each statement. Default 1,000. */
  readonly maxRows?: number;
  /** Bytes of row data kept of each statement. Default 4 MiB. */
  readonly maxBytes?: number;
  /** Bytes kept of a single cell. Default 64 KiB. */
  readonly maxCellBytes?: number;
}

/** What came of running a text. */
export type Run =
  | {
      readonly kind: 'ok';
      readonly results: readonly ResultSet[];
      readonly notices: readonly Notice[];
      readonly ms: number;
    }
  /** `at` is the index of the statement that failed; `results` are those before it. */
  | {
      readonly kind: 'sql-error';
      readonly error: SqlError;
      readonly at: number;
      readonly results: readonly ResultSet[];
      readonly notices: readonly Notice[];
      readonly ms: number;
    }
  /** The time limit passed; the session is closed. */
  | { readonly kind: 'timeout'; readonly afterMs: number }
  /** `close()` was called while it ran; the session is closed. */
  | { readonly kind: 'stopped'; readonly afterMs: number };

/** One statement of a text, as PostgreSQL's own parser sees it. Offsets are UTF-16 code units. */
export interface ParsedStatement {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The parse tree's top node, e.g. `{ SelectStmt: {...} }` (libpg-query's JSON); empty from SQLite. */
  readonly tree: Readonly<Record<string, unknown>>;
}

/** A text as its statements, or the place where it is none. */
export type Parsed =
  | { readonly kind: 'ok'; readonly statements: readonly ParsedStatement[] }
  | { readonly kind: 'syntax-error'; readonly error: SqlError };

/** One connection to one database that nobody else uses. */
export interface Session {
  /**
   * Splits the text with the real parser and runs its statements one by one, each in its own implicit transaction,
   * up to the first error. Expected outcomes are values; an EngineFault is thrown for ours.
   */
  run(sql: string, limits: Limits): Promise<Run>;
  /** Parses without running; the parser lives beside the engine because it, too, can be made to overflow. */
  parse(sql: string): Promise<Parsed>;
  /** Ends the session at once, also in the middle of a statement. Never throws. */
  close(): Promise<void>;
  /** True once it was closed, or its database ended by itself. */
  readonly ended: boolean;
}

/** Which prepared database to open. */
export interface DatasetRef {
  /** The dataset's name: a folder of `exercises/_datasets`. */
  readonly name: string;
  /** Extensions to make available in this session (some clash, so only those that are needed). */
  readonly extensions?: readonly string[];
  /** SQL run once after opening and before the session is handed out (an exercise's `setup.sql`). */
  readonly setup?: string;
  /** Whether the setup has to run again where a thread could go back to what it came to before. */
  readonly afresh?: boolean;
}

/** Opens databases. Every method that opens one rejects with an EngineFault where it cannot. */
export interface Engine {
  /** What is behind it, for reports: `PostgreSQL 18.6 (PGlite 0.5.16)`. */
  readonly version: string;
  /** Always a pristine copy of the dataset. */
  open(dataset: DatasetRef): Promise<Session>;
  /** Opens a copy ahead of need, for the next `open` of the same dataset. Failures show when it is opened. */
  prepare(dataset: DatasetRef): void;
  /** Ends every session and frees what is kept warm. */
  dispose(): Promise<void>;
}

/** What kind of fault it was, for what can be done about it. */
export type FaultCode =
  | 'no-webassembly'
  | 'browser-too-old'
  | 'no-worker'
  | 'download-failed'
  | 'corrupt-snapshot'
  | 'boot-timeout'
  | 'init-failed'
  | 'out-of-memory'
  /** The statement nested more deeply than the engine's stack: the database is gone, and the cause is in the text. */
  | 'too-deep'
  | 'crashed'
  /** A script of the site did not load: the connection is gone, or the site was renewed since the page was opened. */
  | 'part-missing'
  | 'unknown-dataset'
  | 'closed';

/** Ours, never the learner's: the engine could not start, died, or answered what no PostgreSQL would. */
export class EngineFault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineFault';
    this.code = code;
  }
}

/** What a wait is about, so that it can be shown. `done` and `total` are in bytes while downloading, else in steps. */
export interface Progress {
  readonly phase: 'downloading' | 'starting';
  readonly done: number;
  readonly total: number;
}
