import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MemFs, type MemNode, memFsOf } from './emscripten.ts';
import { openEmptyDatabase } from './test-database.ts';

const PAGE = 8192;
let db: PGlite;
let fs: MemFs & { truncate(path: string, size: number): void };

/** A database's files grow so from the start (`snapshot-fs.ts`). */
beforeAll(async () => {
  db = await openEmptyDatabase();
  fs = memFsOf(db) as typeof fs;
});

afterAll(() => db.close());

function makeFile(path: string, bytes: Uint8Array): MemNode {
  fs.writeFile(path, bytes, { mode: 0o600 });
  return fs.lookupPath(path).node;
}

test('a file that grows page by page is copied a few times, and is as long as was asked', () => {
  const node = makeFile('/tmp/grown', new Uint8Array(PAGE).fill(7));
  const rooms = new Set([node.contents]);
  for (let pages = 2; pages <= 1000; pages++) {
    fs.truncate('/tmp/grown', pages * PAGE);
    rooms.add(node.contents);
  }
  expect(rooms.size).toBeLessThanOrEqual(11);
  const read = fs.readFile('/tmp/grown');
  expect(read.length).toBe(1000 * PAGE);
  expect(read.subarray(0, PAGE).every((byte) => byte === 7)).toBe(true);
  expect(read.subarray(PAGE).every((byte) => byte === 0)).toBe(true);
});

test('what was cut off is gone when the file grows again', () => {
  makeFile('/tmp/cut', new Uint8Array(3 * PAGE).fill(7));
  fs.truncate('/tmp/cut', PAGE);
  fs.truncate('/tmp/cut', 2 * PAGE);
  const read = fs.readFile('/tmp/cut');
  expect(read.length).toBe(2 * PAGE);
  expect(read.subarray(PAGE).every((byte) => byte === 0)).toBe(true);
});

test('a table with a row on each page holds what was written', async () => {
  await db.exec(
    `create table wide with (fillfactor = 10) as
       select g as id, repeat('x', 700) as filler from generate_series(1, 600) g; checkpoint;`,
  );
  const { rows } = await db.query(
    `select count(*)::int as rows, sum(id)::int as ids, pg_relation_size('wide') >= 600 * ${PAGE} as long from wide`,
  );
  expect(rows).toEqual([{ rows: 600, ids: 180_300, long: true }]);
});
