import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSource } from './read-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-source-'));
  mkdirSync(join(folder, 'csv'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('rows that are not UTF-8 are a fault of their file, each at its first line that is not', async () => {
  const latin = join(folder, 'csv', 'cafes.csv');
  const dump = join(folder, 'dump.sql');
  writeFileSync(latin, Buffer.from('id,name\n1,Caf\xe9\n', 'latin1'));
  writeFileSync(join(folder, 'csv', 'right.csv'), 'id,name\n1,Café\n2,\uFFFD\n');
  writeFileSync(dump, Buffer.from('select 1;', 'utf16le'));
  const told = { message: 'this is not UTF-8', fix: 'save the file as UTF-8' };
  expect((await readSource(folder, 'shop'))?.faults).toEqual([
    { file: latin, line: 2, ...told },
    { file: dump, line: 1, ...told },
  ]);
});
