import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { collect } from './build/captured-files.ts';
import { type OwnDatabase, openDatabase } from './database.ts';
import { differingBytes } from './differing-bytes.ts';
import { memFsOf } from './emscripten.ts';
import type { EngineFiles } from './manifest.ts';
import { markDatabase } from './mark-database.ts';
import { loadEngineFiles } from './node-engine.ts';

const CAPS = { maxRows: 500, maxBytes: 1_000_000, maxCellBytes: 100_000 };
const directory = join(import.meta.dirname, '../../public/engine');

let files: EngineFiles;
beforeAll(async () => {
  files = await loadEngineFiles(directory, 'saas');
});

async function rows(db: OwnDatabase, sql: string) {
  const answer = await db.query(sql, CAPS);
  return answer.error?.M ?? answer.rows;
}

async function runAll(db: OwnDatabase, statements: readonly string[]) {
  const seen: unknown[] = [];
  for (const sql of statements) seen.push([sql, await rows(db, sql)]);
  return seen;
}

const TABLES = `select relname, relfilenode, relpages, reltuples, pg_relation_size(oid)
  from pg_class where relkind in ('r', 'i') order by oid`;

/** Writes, grows, deletes and renames files, leaves a transaction, a prepared statement and settings behind. */
const UPHEAVAL = [
  'create table heap_of as select g, repeat(md5(g::text), 20) as filler from generate_series(1, 5000) g',
  'create index on heap_of (filler)',
  'select pg_size_pretty(pg_relation_size($$heap_of$$))',
  'vacuum full users',
  'create temp table passing as select 1 as a',
  'truncate subscriptions',
  'drop table activities cascade',
  'checkpoint',
  'set work_mem = $$64kB$$',
  'select count(distinct filler) from heap_of',
  'prepare again as select 1',
  'select 1 / 0',
  'begin',
  'insert into heap_of values (1, $$x$$)',
  'declare half cursor for select * from heap_of',
  'fetch 10 from half',
  'select no_such_column',
];

const WRITES = ['create table before as select 1 as a', 'insert into before values (2)'];

const QUESTIONS = [
  'insert into before values (3)',
  'select * from before',
  TABLES,
  'select count(*), sum(id) from threads',
  'explain (analyze, buffers, timing off, summary off) select * from threads where id = 77',
  'select name, setting, source from pg_settings order by name',
  'select pg_current_xact_id()',
  'execute again',
  'create table heap_of as select 1 as a',
  'insert into threads select * from threads limit 0',
  'select relname from pg_class where relpersistence = $$t$$',
  'vacuum full users',
  TABLES,
];

function contentsOf({ process }: OwnDatabase) {
  const found = {
    directories: [] as string[],
    files: [] as { path: string; mode: number; bytes: Uint8Array }[],
  };
  collect(memFsOf(process.db), '', found, () => true);
  return {
    directories: found.directories,
    files: found.files.map(({ path, mode, bytes }) => [
      path,
      mode,
      createHash('md5').update(bytes).digest('hex'),
    ]),
  };
}

describe('a database that goes back to where it was marked', () => {
  it('answers as one that was opened anew, however often', async () => {
    const [marked, fresh] = [await openDatabase(files, []), await openDatabase(files, [])];
    // What writes leave open, WAL among it, is closed and opened again by what follows.
    for (const db of [marked, fresh]) await runAll(db, WRITES);
    const goBack = markDatabase(marked.process);
    const expected = await runAll(fresh, QUESTIONS);
    for (let round = 0; round < 2; round += 1) {
      const before = await runAll(marked, UPHEAVAL);
      expect(before.at(-1)).toEqual(['select no_such_column', 'column "no_such_column" does not exist']);
      expect(goBack()).toBe(true);
      expect(await runAll(marked, QUESTIONS)).toEqual(expected);
      expect(goBack()).toBe(true);
    }
  });

  it('has the memory and the files of the mark, and nowhere any other', async () => {
    const db = await openDatabase(files, []);
    await runAll(db, WRITES);
    const goBack = markDatabase(db.process);
    const { wasmMemory } = db.process.db.Module;
    const [memory, kept] = [new Uint8Array(wasmMemory.buffer.slice(0)), contentsOf(db)];
    await runAll(db, UPHEAVAL);
    expect(contentsOf(db)).not.toEqual(kept);
    expect(goBack()).toBe(true);
    expect(contentsOf(db)).toEqual(kept);
    const now = new Uint8Array(wasmMemory.buffer);
    const other = differingBytes(now, memory);
    // The state of the generator of random numbers, which is drawn anew.
    expect(other.length).toBeGreaterThan(0);
    expect((other.at(-1) ?? 0) - (other[0] ?? 0)).toBeLessThanOrEqual(16);
    expect(now.subarray(memory.length).every((byte) => byte === 0)).toBe(true);
  });

  it('does not draw the same numbers by chance again', async () => {
    const db = await openDatabase(files, []);
    const goBack = markDatabase(db.process);
    const draw = () => rows(db, 'select array_agg(id order by id) from threads tablesample bernoulli (1)');
    const first = await draw();
    goBack();
    expect(await draw()).not.toEqual(first);
  });

  it('says that there is no way back over a library that was loaded', async () => {
    const db = await openDatabase(files, []);
    const goBack = markDatabase(db.process);
    expect(await rows(db, 'do $$begin perform 1; end$$')).toEqual([]);
    expect(goBack()).toBe(false);
  });
});
