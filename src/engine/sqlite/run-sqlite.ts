import { lex } from '../../sql/lex.ts';
import type { ResultSet, Run, SqlError, Work } from '../engine.ts';
import { shareOut } from '../share-out.ts';
import type { Caps } from '../wire.ts';
import type { SqliteDatabase } from './sqlite-library.ts';
import { type StatementRows, stepThrough } from './sqlite-statement.ts';

/** A text in the library's memory, which is UTF-8. */
interface Script {
  readonly sql: string;
  readonly begin: number;
  readonly end: number;
}

type Prepared =
  | { readonly kind: 'statement'; readonly pointer: number; readonly text: string; readonly next: number }
  /** Blanks and comments, up to a semicolon or the end. */
  | { readonly kind: 'empty'; readonly next: number }
  | { readonly kind: 'failed'; readonly error: SqlError };

type Ran =
  | { readonly kind: 'ok'; readonly result: ResultSet; readonly bytes: number }
  | { readonly kind: 'failed'; readonly error: SqlError };

const decoder = new TextDecoder();

function textBetween({ library }: SqliteDatabase, from: number, to: number): string {
  return decoder.decode(library.wasm.heap8u().subarray(from, to));
}

/** The library's message of the last failure. `from` is where the statement begins, whose place SQLite counts in bytes. */
function errorOf(db: SqliteDatabase, script: Script, from: number): SqlError {
  const { capi } = db.library;
  const offset = capi.sqlite3_error_offset(db.pointer);
  return {
    sqlstate: capi.sqlite3_js_rc_str(capi.sqlite3_extended_errcode(db.pointer)) ?? 'SQLITE_ERROR',
    severity: 'ERROR',
    message: capi.sqlite3_errmsg(db.pointer),
    ...(offset < 0 ? {} : { position: textBetween(db, script.begin, from + offset).length }),
  };
}

function prepare(db: SqliteDatabase, script: Script, from: number): Prepared {
  const { capi, wasm } = db.library;
  const stack = wasm.pstack.pointer;
  try {
    const out = wasm.pstack.alloc(16);
    const tail = out + 8;
    const code = capi.sqlite3_prepare_v3(db.pointer, from, script.end - from, 0, out, tail);
    if (code !== capi.SQLITE_OK) return { kind: 'failed', error: errorOf(db, script, from) };
    const [pointer, next] = [wasm.peekPtr(out), wasm.peekPtr(tail)];
    if (pointer === 0) return { kind: 'empty', next };
    return { kind: 'statement', pointer, text: textBetween(db, from, next), next };
  } finally {
    wasm.pstack.restore(stack);
  }
}

/** What the connection has asked its cache for since it was last asked, in pages; counted where they were found or not. */
function takePages({ library, pointer }: SqliteDatabase): number {
  const { capi, wasm } = library;
  const stack = wasm.pstack.pointer;
  try {
    const out = wasm.pstack.alloc(16);
    const take = (what: typeof capi.SQLITE_DBSTATUS_CACHE_HIT | typeof capi.SQLITE_DBSTATUS_CACHE_MISS) => {
      capi.sqlite3_db_status(pointer, what, out, out + 8, 1);
      return wasm.peek32(out);
    };
    return take(capi.SQLITE_DBSTATUS_CACHE_HIT) + take(capi.SQLITE_DBSTATUS_CACHE_MISS);
  } finally {
    wasm.pstack.restore(stack);
  }
}

/** The words and brackets of a statement that stand in no bracket, in capitals. */
function* outerWords(sql: string): Generator<string> {
  let depth = 0;
  for (const { kind, start, end } of lex(sql)) {
    const word = sql.slice(start, end).toUpperCase();
    if (word === ')') depth -= 1;
    if (kind === 'word' && depth === 0) yield word;
    if (word === '(') depth += 1;
  }
}

const AFTER_WITH = /^(SELECT|VALUES|INSERT|UPDATE|DELETE|REPLACE)$/;

/** What a statement is called by, as PostgreSQL's command tags are: its first word, and what it creates or drops. */
function commandOf(sql: string): string {
  const words: string[] = [];
  for (const word of outerWords(sql)) {
    words.push(word);
    if (words[0] === 'WITH' ? AFTER_WITH.test(word) : words.length === 3) break;
  }
  const [first = '', second = '', third = ''] = words;
  if (first === 'WITH') return words.at(-1) ?? first;
  if (first === 'EXPLAIN') return second === 'QUERY' ? 'EXPLAIN QUERY PLAN' : first;
  if (!/^(CREATE|DROP|ALTER)$/.test(first)) return first;
  return /^(UNIQUE|TEMP|TEMPORARY|VIRTUAL)$/.test(second) ? `${first} ${third}` : `${first} ${second}`;
}

function resultOf(db: SqliteDatabase, text: string, seen: StatementRows, work: Work, ms: number): ResultSet {
  const { columns, rows, rowsSeen, truncated } = seen;
  const command = commandOf(text);
  const changed = /^(INSERT|UPDATE|DELETE|REPLACE)$/.test(command)
    ? db.library.capi.sqlite3_changes(db.pointer)
    : 0;
  return { command, columns, rows, rowCount: columns.length > 0 ? rowsSeen : changed, truncated, ms, work };
}

function runStatement(
  db: SqliteDatabase,
  script: Script,
  statement: Extract<Prepared, { kind: 'statement' }>,
  from: number,
  caps: Caps,
): Ran {
  const { capi } = db.library;
  const { pointer, text } = statement;
  const began = performance.now();
  try {
    takePages(db);
    const seen = stepThrough(db, pointer, caps);
    if (seen.code !== capi.SQLITE_DONE) return { kind: 'failed', error: errorOf(db, script, from) };
    const work = {
      pages: takePages(db),
      automaticIndexRows: capi.sqlite3_stmt_status(pointer, capi.SQLITE_STMTSTATUS_AUTOINDEX, 0),
    };
    const result = resultOf(db, text, seen, work, performance.now() - began);
    return { kind: 'ok', result, bytes: seen.bytes };
  } finally {
    capi.sqlite3_finalize(pointer);
  }
}

/**
 * Runs the statements of a text one by one up to the first error, as `runScript` does for PostgreSQL. Each is prepared
 * when the one before it has run, since it may need what that made.
 */
export function runSqlite(db: SqliteDatabase, sql: string, caps: Caps): Run {
  const { wasm } = db.library;
  const began = performance.now();
  const results: ResultSet[] = [];
  const shares = shareOut(caps);
  const [begin, length] = wasm.allocCString(sql, true);
  const script = { sql, begin, end: begin + length };
  const done = () => ({ results, notices: [], ms: performance.now() - began });
  const failed = (error: SqlError): Run => ({ kind: 'sql-error', error, at: results.length, ...done() });
  try {
    for (let from = begin; from < script.end; ) {
      const prepared = prepare(db, script, from);
      if (prepared.kind === 'statement') {
        const ran = runStatement(db, script, prepared, from, shares.next());
        if (ran.kind === 'failed') return failed(ran.error);
        shares.spend(ran.result.rows.length, ran.bytes);
        results.push(ran.result);
      } else if (prepared.kind === 'failed') return failed(prepared.error);
      from = prepared.next;
    }
    return { kind: 'ok', ...done() };
  } finally {
    wasm.dealloc(begin);
  }
}
