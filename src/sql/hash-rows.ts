import type { Cell } from '../engine/engine.ts';

/** Takes rows one by one and keeps none of them. */
export interface RowHasher {
  add(row: readonly Cell[]): void;
  /** The rows so far. `ordered` depends on their order, `sorted` only on which rows there are and how often. */
  digest(): RowDigest;
}

/** Hashes of 128 bits in hexadecimal: the same rows give the same text on every machine. */
export interface RowDigest {
  readonly count: number;
  readonly ordered: string;
  readonly sorted: string;
}

type Lanes = [number, number, number, number];

const NULL_CODE = 0x1f0001;
const END_OF_CELL = 0x1f0002;
const END_OF_ROW = 0x1f0003;

function start(): Lanes {
  return [1779033703, -1150833019, 1013904242, -1521486534];
}

function mix(lanes: Lanes, code: number): void {
  const a = Math.imul(lanes[0] ^ code, 597399067);
  const b = Math.imul(lanes[1] ^ code ^ (a >>> 15), -1425107063);
  const c = Math.imul(lanes[2] ^ code ^ (b >>> 13), 951274213);
  const d = Math.imul(lanes[3] ^ code ^ (c >>> 16), -1578923117);
  lanes[0] = a ^ (d >>> 14);
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
}

function avalanche(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), -2048144789);
  mixed = Math.imul(mixed ^ (mixed >>> 13), -1028477387);
  return mixed ^ (mixed >>> 16);
}

function hashRow(row: readonly Cell[]): Lanes {
  const lanes = start();
  for (const cell of row) {
    if (cell === null) mix(lanes, NULL_CODE);
    else for (let i = 0; i < cell.length; i += 1) mix(lanes, cell.charCodeAt(i));
    mix(lanes, END_OF_CELL);
  }
  mix(lanes, END_OF_ROW);
  const [a, b, c, d] = lanes;
  return [avalanche(a + d), avalanche(b + a), avalanche(c + b), avalanche(d + c)];
}

function hex(lanes: Lanes): string {
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Rows of another length, NULL and the empty text, and another split into cells all give another hash. */
export function createRowHasher(): RowHasher {
  const ordered = start();
  const sum: Lanes = [0, 0, 0, 0];
  let count = 0;
  return {
    add(row) {
      const lanes = hashRow(row);
      for (let i = 0; i < 4; i += 1) {
        const lane = lanes[i] ?? 0;
        mix(ordered, lane);
        sum[i] = ((sum[i] ?? 0) + lane) | 0;
      }
      count += 1;
    },
    digest() {
      const total = start();
      for (const lane of sum) mix(total, lane);
      mix(total, count);
      return { count, ordered: hex(ordered), sorted: hex(total) };
    },
  };
}

/** The digest of rows that are all there. */
export function hashRows(rows: Iterable<readonly Cell[]>): RowDigest {
  const hasher = createRowHasher();
  for (const row of rows) hasher.add(row);
  return hasher.digest();
}
