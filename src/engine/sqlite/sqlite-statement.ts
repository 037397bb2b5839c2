import type { Cell } from '../engine.ts';
import type { Caps, KeptRows } from '../wire.ts';
import type { SqliteDatabase } from './sqlite-library.ts';

/** OIDs of int8, float8, bytea and text: SQLite knows types of values, and none of a result's columns. */
const OIDS = { integer: 20, real: 701, blob: 17, text: 25 } as const;

/** What a statement returned. */
export interface StatementRows extends KeptRows {
  /** The library's result code: `SQLITE_DONE` where all went well. */
  readonly code: number;
}

interface KeptCell {
  readonly cell: Cell;
  readonly bytes: number;
  readonly cut: boolean;
}

const decoder = new TextDecoder();
const inHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A value as SQLite prints it, of which no more than `most` bytes are taken out of its memory. */
function readCell({ library }: SqliteDatabase, statement: number, at: number, most: number): KeptCell {
  const { capi, wasm } = library;
  const type = capi.sqlite3_column_type(statement, at);
  if (type === capi.SQLITE_NULL) return { cell: null, bytes: 0, cut: false };
  const blob = type === capi.SQLITE_BLOB;
  const place: unknown = blob
    ? wasm.exports.sqlite3_column_blob(statement, at)
    : wasm.exports.sqlite3_column_text(statement, at);
  const length = capi.sqlite3_column_bytes(statement, at);
  const bytes = Math.min(length, most);
  const from = Number(place);
  const taken = wasm.heap8u().slice(from, from + bytes);
  return { cell: blob ? `x'${inHex(taken)}'` : decoder.decode(taken), bytes, cut: length > most };
}

/** The type that all of a column's first values have, text where there is none. */
function typesOf({ library }: SqliteDatabase, statement: number, count: number): readonly number[] {
  const { capi } = library;
  const oids = new Map<number, number>([
    [capi.SQLITE_INTEGER, OIDS.integer],
    [capi.SQLITE_FLOAT, OIDS.real],
    [capi.SQLITE_BLOB, OIDS.blob],
  ]);
  return Array.from(
    { length: count },
    (_, at) => oids.get(capi.sqlite3_column_type(statement, at)) ?? OIDS.text,
  );
}

/** Steps through a prepared statement and keeps what its caps allow; the rest is counted. */
export function stepThrough(db: SqliteDatabase, statement: number, caps: Caps): StatementRows {
  const { capi } = db.library;
  const count = capi.sqlite3_column_count(statement);
  const names = Array.from({ length: count }, (_, at) => capi.sqlite3_column_name(statement, at));
  const rows: Cell[][] = [];
  let types: readonly number[] = names.map(() => OIDS.text);
  let [rowsSeen, bytes, truncated] = [0, 0, false];
  let code = capi.sqlite3_step(statement);
  for (; code === capi.SQLITE_ROW; code = capi.sqlite3_step(statement)) {
    if (rowsSeen === 0) types = typesOf(db, statement, count);
    rowsSeen += 1;
    if (rows.length >= caps.maxRows || bytes >= caps.maxBytes) {
      truncated = true;
      continue;
    }
    const cells = names.map((_, at) => readCell(db, statement, at, caps.maxCellBytes));
    rows.push(cells.map(({ cell }) => cell));
    bytes += cells.reduce((sum, cell) => sum + cell.bytes, 0);
    truncated ||= cells.some(({ cut }) => cut);
  }
  const columns = names.map((name, at) => ({ name, type: types[at] ?? OIDS.text }));
  return { columns, rows, rowsSeen, bytes, truncated, code };
}
