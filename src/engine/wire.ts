import { type Cell, type Column, MAX_NOTICES, type Notice } from './engine.ts';
import { type ErrorFields, readColumns, readFields, readRow, readString } from './wire-messages.ts';

/**
 * Reads what PostgreSQL sends back for one simple Query, as it arrives, and keeps no more than the caps allow: rows
 * beyond them are counted and skipped without being stored.
 * Protocol: https://www.postgresql.org/docs/18/protocol-message-formats.html
 */

/** How much of an answer is kept. */
export interface Caps {
  readonly maxRows: number;
  readonly maxBytes: number;
  readonly maxCellBytes: number;
}

/** The rows of one statement, as far as they were kept. */
export interface KeptRows {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly rowsSeen: number;
  /** Bytes of row data that were kept. */
  readonly bytes: number;
  readonly truncated: boolean;
}

/** What PostgreSQL answered to one statement. */
export interface Answer extends KeptRows {
  /** The command tag, `SELECT 7`; empty for an empty statement; absent when the statement never completed. */
  readonly tag?: string;
  readonly error?: ErrorFields;
  readonly notices: readonly Notice[];
}

/** A message is kept up to this much beyond one full cell, so one enormous row cannot fill the memory of the page. */
const MESSAGE_BYTES = 1024 * 1024;
const HEADER_BYTES = 5;
/** The type byte of a DataRow, `D`. */
const ROW = 0x44;

/** A simple Query message for one statement. */
export function encodeQuery(sql: string): Uint8Array {
  const text = new TextEncoder().encode(sql);
  const message = new Uint8Array(HEADER_BYTES + text.length + 1);
  message[0] = 0x51;
  new DataView(message.buffer).setUint32(1, 4 + text.length + 1);
  message.set(text, HEADER_BYTES);
  return message;
}

interface State {
  columns: readonly Column[];
  rows: (readonly Cell[])[];
  bytes: number;
  rowsSeen: number;
  truncated: boolean;
  tag: string | undefined;
  error: ErrorFields | undefined;
  notices: Notice[];
  ready: boolean;
}

function takeRow(state: State, caps: Caps, body: Uint8Array): void {
  state.rowsSeen += 1;
  if (state.rows.length >= caps.maxRows || state.bytes >= caps.maxBytes) {
    state.truncated = true;
    return;
  }
  const { cells, cut, bytes } = readRow(body, caps.maxCellBytes);
  if (cut) state.truncated = true;
  state.rows.push(cells);
  state.bytes += bytes;
}

function takeMessage(state: State, caps: Caps, type: string, body: Uint8Array): void {
  switch (type) {
    case 'D':
      takeRow(state, caps, body);
      return;
    case 'T':
      state.columns = readColumns(body);
      return;
    case 'C':
      state.tag = readString(body, 0).text;
      return;
    case 'I':
      state.tag = '';
      return;
    case 'Z':
      state.ready = true;
      return;
    case 'E':
      state.error ??= readFields(body);
      return;
    case 'N': {
      if (state.notices.length >= MAX_NOTICES) return;
      const fields = readFields(body);
      state.notices.push({ severity: fields.V ?? fields.S ?? 'NOTICE', message: fields.M ?? '' });
      return;
    }
    default:
  }
}

/** Takes the stream in chunks of any size; `answer()` tells what it held. */
export interface AnswerReader {
  push(chunk: Uint8Array): void;
  answer(): Answer;
  /** Whether PostgreSQL has said that it is ready for the next statement: nothing more follows. */
  isReady(): boolean;
}

function emptyState(): State {
  return {
    columns: [],
    rows: [],
    bytes: 0,
    rowsSeen: 0,
    truncated: false,
    tag: undefined,
    error: undefined,
    notices: [],
    ready: false,
  };
}

function answerFrom(state: State): Answer {
  const { columns, rows, rowsSeen, bytes, truncated, notices, tag, error } = state;
  return {
    columns,
    rows,
    rowsSeen,
    bytes,
    truncated,
    notices,
    ...(tag === undefined ? {} : { tag }),
    ...(error === undefined ? {} : { error }),
  };
}

/** A reader of the answer to one simple Query, which keeps no more of it than the caps allow. */
export function createAnswerReader(caps: Caps): AnswerReader {
  const state = emptyState();
  const header = new Uint8Array(HEADER_BYTES);
  let headerFilled = 0;
  let body = new Uint8Array(0);
  let filled = 0;
  let left = 0;

  const takeHeaderByte = (byte: number) => {
    header[headerFilled] = byte;
    headerFilled += 1;
    if (headerFilled < HEADER_BYTES) return;
    left = new DataView(header.buffer).getUint32(1) - 4;
    const full = state.rows.length >= caps.maxRows || state.bytes >= caps.maxBytes;
    const kept = header[0] === ROW && full ? 0 : Math.min(left, MESSAGE_BYTES + caps.maxCellBytes);
    body = new Uint8Array(kept);
    filled = 0;
  };
  const takeBody = (chunk: Uint8Array, at: number): number => {
    const here = Math.min(left, chunk.length - at);
    const kept = Math.min(here, body.length - filled);
    body.set(chunk.subarray(at, at + kept), filled);
    filled += kept;
    left -= here;
    return at + here;
  };
  return {
    push(chunk) {
      for (let at = 0; at < chunk.length; ) {
        if (headerFilled < HEADER_BYTES) {
          takeHeaderByte(chunk[at] ?? 0);
          at += 1;
        } else at = takeBody(chunk, at);
        if (headerFilled < HEADER_BYTES || left > 0) continue;
        takeMessage(state, caps, String.fromCharCode(header[0] ?? 0), body);
        headerFilled = 0;
      }
    },
    answer: () => answerFrom(state),
    isReady: () => state.ready,
  };
}
