/** How a column is stored, from the catalog. */
export interface StoredType {
  /** PostgreSQL's internal name: `int4`, `timestamptz`. */
  readonly type: string;
  /** Bytes, or -1 where each value says its own length. */
  readonly length: number;
  /** `c`, `s`, `i` or `d`: 1, 2, 4 or 8. */
  readonly align: string;
  /** Labels by OID, for an enumeration. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A value as text, or why it is not told. */
export type Decoded =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'null' }
  /** A type or form that is not read here; the bytes in hexadecimal. */
  | { readonly kind: 'bytes'; readonly hex: string; readonly why: string };

const ALIGN: Readonly<Record<string, number>> = { c: 1, s: 2, i: 4, d: 8 };
const SHOWN_BYTES = 12;

/** Hexadecimal digits, with or without spaces and `\x`, as bytes. */
function readHex(text: string): Uint8Array {
  const digits = text.replace(/^\\x|\s+/g, '');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  const shown = [...bytes.subarray(0, SHOWN_BYTES)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(' ');
  return bytes.length > SHOWN_BYTES ? `${shown} …` : shown;
}

interface Slice {
  readonly payload: Uint8Array;
  readonly end: number;
  readonly why?: string;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A value that says its own length: a header of one byte where it is short, of four where it is long or compressed. */
function sliceVarying(bytes: Uint8Array, from: number, align: number): Slice {
  const aligned = bytes[from] === 0 ? Math.ceil(from / align) * align : from;
  const first = bytes[aligned] ?? 0;
  if (first === 1)
    return { payload: bytes.subarray(aligned), end: bytes.length, why: 'it is stored elsewhere' };
  if ((first & 1) === 1) {
    const end = aligned + (first >> 1);
    return { payload: bytes.subarray(aligned + 1, end), end };
  }
  if (aligned + 4 > bytes.length)
    return { payload: new Uint8Array(), end: bytes.length, why: 'it is cut off' };
  const header = viewOf(bytes).getUint32(aligned, true);
  const end = aligned + (header >>> 2);
  const compressed = (header & 3) === 2;
  return { payload: bytes.subarray(aligned + 4, end), end, ...(compressed && { why: 'it is compressed' }) };
}

function slice(bytes: Uint8Array, from: number, { length, align }: StoredType): Slice {
  if (length === -1) return sliceVarying(bytes, from, ALIGN[align] ?? 1);
  const start = Math.ceil(from / (ALIGN[align] ?? 1)) * (ALIGN[align] ?? 1);
  const end = length > 0 ? start + length : bytes.indexOf(0, start) + 1;
  return { payload: bytes.subarray(start, end), end };
}

const EPOCH_DAYS = 10_957;
const EPOCH_MS = EPOCH_DAYS * 86_400_000;
const LATEST = 2n ** 63n - 1n;

function showDay(days: number): string {
  if (days === 2 ** 31 - 1) return 'infinity';
  if (days === -(2 ** 31)) return '-infinity';
  return new Date((days + EPOCH_DAYS) * 86_400_000).toISOString().slice(0, 10);
}

function showMoment(micros: bigint, zone: string): string {
  if (micros === LATEST) return 'infinity';
  if (micros === -LATEST - 1n) return '-infinity';
  const rest = ((micros % 1000n) + 1000n) % 1000n;
  const ms = Number((micros - rest) / 1000n) + EPOCH_MS;
  const [day, time = ''] = new Date(ms).toISOString().replace('Z', '').split('T');
  const fraction = `${time.slice(8)}${rest.toString().padStart(3, '0')}`.replace(/\.?0+$/, '');
  return `${day} ${time.slice(0, 8)}${fraction}${zone}`;
}

function showClock(micros: bigint): string {
  return showMoment(micros, '').split(' ')[1] ?? '';
}

function digitsOf(view: DataView, from: number): readonly number[] {
  const digits: number[] = [];
  for (let at = from; at + 2 <= view.byteLength; at += 2) digits.push(view.getInt16(at, true));
  return digits;
}

/** Decimal digits in groups of four, the first of which counts 10,000 to the power of `weight`. */
function showNumeric(view: DataView): string {
  const head = view.getUint16(0, true);
  if ((head & 0xc000) === 0xc000)
    return ({ 53248: 'Infinity', 61440: '-Infinity' } as Record<number, string>)[head & 0xf000] ?? 'NaN';
  const short = (head & 0x8000) !== 0;
  const negative = short ? (head & 0x2000) !== 0 : (head & 0x4000) !== 0;
  const scale = short ? (head & 0x1f80) >> 7 : head & 0x3fff;
  const shortWeight = (head & 0x3f) - ((head & 0x40) === 0 ? 0 : 64);
  const weight = short ? shortWeight : view.getInt16(2, true);
  const digits = digitsOf(view, short ? 2 : 4);
  const group = (at: number) => String(digits[at] ?? 0).padStart(4, '0');
  const whole = Array.from({ length: Math.max(0, weight + 1) }, (_, at) => group(at)).join('');
  const groups = Math.ceil(scale / 4);
  const fraction = Array.from({ length: groups }, (_, at) =>
    weight + 1 + at < 0 ? '0000' : group(weight + 1 + at),
  );
  const point = scale > 0 ? `.${fraction.join('').slice(0, scale)}` : '';
  return `${negative ? '-' : ''}${whole.replace(/^0+(?=\d)/, '') || '0'}${point}`;
}

function showUuid(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const TEXT = new TextDecoder('utf-8', { ignoreBOM: true });

const SHOWN: Readonly<Record<string, (view: DataView, bytes: Uint8Array) => string>> = {
  bool: (view) => (view.getUint8(0) === 0 ? 'f' : 't'),
  int2: (view) => String(view.getInt16(0, true)),
  int4: (view) => String(view.getInt32(0, true)),
  int8: (view) => String(view.getBigInt64(0, true)),
  oid: (view) => String(view.getUint32(0, true)),
  float4: (view) => String(Math.fround(view.getFloat32(0, true))),
  float8: (view) => String(view.getFloat64(0, true)),
  date: (view) => showDay(view.getInt32(0, true)),
  time: (view) => showClock(view.getBigInt64(0, true)),
  timestamp: (view) => showMoment(view.getBigInt64(0, true), ''),
  timestamptz: (view) => showMoment(view.getBigInt64(0, true), '+00'),
  numeric: showNumeric,
  uuid: (_, bytes) => showUuid(bytes),
  text: (_, bytes) => TEXT.decode(bytes),
  varchar: (_, bytes) => TEXT.decode(bytes),
  bpchar: (_, bytes) => TEXT.decode(bytes).replace(/ +$/, ''),
  name: (_, bytes) => TEXT.decode(bytes).replace(/\0+$/, ''),
  cstring: (_, bytes) => TEXT.decode(bytes).replace(/\0+$/, ''),
};

function show(stored: StoredType, { payload, why }: Slice): Decoded {
  if (why !== undefined) return { kind: 'bytes', hex: hexOf(payload), why };
  const label = stored.labels?.[payload.length === 4 ? String(viewOf(payload).getUint32(0, true)) : ''];
  if (label !== undefined) return { kind: 'value', text: label };
  const read = SHOWN[stored.type];
  if (read === undefined)
    return { kind: 'bytes', hex: hexOf(payload), why: `the type ${stored.type} is not read here` };
  if (stored.length > 0 && payload.length < stored.length)
    return { kind: 'bytes', hex: hexOf(payload), why: 'it is cut off' };
  return { kind: 'value', text: read(viewOf(payload), payload) };
}

/** One value that stands alone, its header included; null stands for NULL. */
export function decodeDatum(hex: string | null, stored: StoredType): Decoded {
  if (hex === null) return { kind: 'null' };
  return show(stored, slice(readHex(hex), 0, stored));
}

/**
 * The values of an index entry, one behind the other as the index stores them. An entry with a NULL in it does not say
 * here which of several columns it is: those are given as bytes.
 */
export function decodeEntry(
  hex: string,
  columns: readonly StoredType[],
  hasNull: boolean,
): readonly Decoded[] {
  if (hasNull && columns.length === 1) return [{ kind: 'null' }];
  const bytes = readHex(hex);
  if (hasNull)
    return columns.map(() => ({ kind: 'bytes', hex: hexOf(bytes), why: 'one of its columns is NULL' }));
  const decoded: Decoded[] = [];
  let at = 0;
  for (const column of columns) {
    if (at >= bytes.length) break;
    const part = slice(bytes, at, column);
    decoded.push(show(column, part));
    at = part.end;
  }
  return decoded;
}
