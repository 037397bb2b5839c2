import type { Cell, Column } from './engine.ts';

/** The bodies of the messages that PostgreSQL sends, without their type and their length. */

/** An ErrorResponse's fields by their one-letter codes. */
export type ErrorFields = Readonly<Record<string, string>>;

/** A mark at the beginning of a value is a part of it, and not of how it is sent. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text that ends with a zero byte, and where what follows it begins. */
export function readString(
  bytes: Uint8Array,
  from: number,
): { readonly text: string; readonly next: number } {
  let end = bytes.indexOf(0, from);
  if (end < 0) end = bytes.length;
  return { text: decoder.decode(bytes.slice(from, end)), next: end + 1 };
}

/** A RowDescription. */
export function readColumns(body: Uint8Array): Column[] {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const columns: Column[] = [];
  let at = 2;
  for (let left = view.getUint16(0); left > 0; left -= 1) {
    const name = readString(body, at);
    columns.push({ name: name.text, type: view.getUint32(name.next + 6) });
    at = name.next + 18;
  }
  return columns;
}

/** An ErrorResponse or a NoticeResponse. */
export function readFields(body: Uint8Array): ErrorFields {
  const fields: Record<string, string> = {};
  for (let at = 0; at < body.length && body[at] !== 0; ) {
    const { text, next } = readString(body, at + 1);
    fields[String.fromCharCode(body[at] ?? 0)] = text;
    at = next;
  }
  return fields;
}

/** One row of a result. */
export interface RowRead {
  readonly cells: Cell[];
  /** Whether a cell lacks its end. */
  readonly cut: boolean;
  /** Bytes of its cells that were kept. */
  readonly bytes: number;
}

/** A DataRow, whose cells are cut at so many bytes. The message may be cut short itself. */
export function readRow(body: Uint8Array, maxCellBytes: number): RowRead {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const cells: Cell[] = [];
  let cut = false;
  let bytes = 0;
  let at = 2;
  for (let left = view.getUint16(0); left > 0; left -= 1) {
    const size = at + 4 <= body.length ? view.getInt32(at) : 0;
    at += 4;
    if (size < 0) {
      cells.push(null);
      continue;
    }
    const kept = Math.min(size, maxCellBytes, Math.max(0, body.length - at));
    if (kept < size) cut = true;
    cells.push(decoder.decode(body.slice(at, at + kept)));
    at += size;
    bytes += kept;
  }
  return { cells, cut, bytes };
}
