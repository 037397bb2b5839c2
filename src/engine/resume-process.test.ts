import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSnapshot } from './build/build-snapshot.ts';
import { type Database, openDatabase } from './database.ts';
import { differingBytes } from './differing-bytes.ts';
import { type LoadOptions, whenLoaded } from './emscripten.ts';
import type { EngineFiles } from './manifest.ts';
import { SnapshotFs, startOptions } from './snapshot-fs.ts';
import { readBoot, restoreBoot } from './snapshot-image.ts';

const seed = `create table pairs as select g as a, g % 10 as b from generate_series(1, 20000) g;
alter table pairs add primary key (a);`;
const CAPS = { maxRows: 500, maxBytes: 1_000_000, maxCellBytes: 100_000 };

let files: EngineFiles;
beforeAll(async () => {
  const part = (name: string) =>
    readFile(
      createRequire(import.meta.url)
        .resolve('@electric-sql/pglite')
        .replace(/[^/]+$/, name),
    );
  const { boot, relations, statisticsTarget } = await buildSnapshot(seed);
  restoreBoot(boot);
  const bundle = Uint8Array.from(await part('pglite.data')).buffer;
  files = {
    bootBytes: boot.length,
    boot: { bytes: boot.buffer, packed: false },
    code: await WebAssembly.compile(Uint8Array.from(await part('pglite.wasm'))),
    bundleBytes: bundle.byteLength,
    statisticsTarget,
    later: { relations: { bytes: relations.buffer, packed: true }, bundle: { bytes: bundle, packed: false } },
  };
});

/** The file system of an image that goes on; keeps what memory was before anything ran. */
class ResumingFs extends SnapshotFs {
  loaded = new Uint8Array(0);

  override async init(db: PGlite, options: LoadOptions): Promise<{ emscriptenOpts: LoadOptions }> {
    const amended = await super.init(db, options);
    const memory = amended.emscriptenOpts.wasmMemory;
    whenLoaded(amended.emscriptenOpts, () => {
      this.loaded = new Uint8Array(memory?.buffer.slice(0) ?? []);
    });
    return amended;
  }
}

async function rows(db: Database, sql: string) {
  const answer = await db.query(sql, CAPS);
  return answer.error ?? answer.rows;
}

/** PGlite on the image, going on or started. */
async function open(resume: boolean): Promise<PGlite> {
  const fs = new SnapshotFs(new Uint8Array(files.boot.bytes), { resume });
  const { relations } = await files.later;
  if (!resume) await fs.complete(relations);
  const db = await PGlite.create({ fs, ...startOptions(files.statisticsTarget) });
  if (resume) await fs.complete(relations);
  return db;
}

describe('a PostgreSQL that goes on from an image', () => {
  it('has the memory of the image, and nowhere any other', async () => {
    const fs = new ResumingFs(new Uint8Array(files.boot.bytes), { resume: true });
    const db = await PGlite.create({ fs, ...startOptions(files.statisticsTarget) });
    const { process } = readBoot(new Uint8Array(files.boot.bytes));
    if (!process) throw new Error('the image has no process');
    const expected = fs.loaded;
    let from = 0;
    for (const { at, size } of process.ranges) {
      expected.set(process.memory.subarray(from, from + size), at);
      from += size;
    }
    const now = new Uint8Array(db.Module.wasmMemory.buffer);
    const other = differingBytes(now, expected);
    // The state of the generator of random numbers, which is drawn anew.
    expect(other.length).toBeGreaterThan(0);
    expect((other.at(-1) ?? 0) - (other[0] ?? 0)).toBeLessThanOrEqual(16);
  });

  it('answers as one that was started', async () => {
    const [resumed, started] = [await open(true), await open(false)];
    const ask = (db: PGlite, sql: string) =>
      db.query(sql, [], { rowMode: 'array' }).then(
        ({ rows }) => rows,
        (error: unknown) => String(error),
      );
    for (const sql of [
      'select count(*), sum(b) from pairs',
      'explain (analyze, buffers, timing off, summary off) select * from pairs where a = 77',
      'select name, setting, source from pg_settings order by name',
      'select relname, relpages, reltuples, relfrozenxid from pg_class order by oid',
      'select pg_current_xact_id()',
      `select to_tsvector('english', 'running dogs'), timestamptz '2020-01-01' at time zone 'Asia/Tokyo'`,
      'insert into pairs select g, 1 from generate_series(20001, 60000) g',
      'vacuum full pairs',
      'checkpoint',
      'select 1 / 0',
      'select count(*), max(a) from pairs',
    ]) {
      expect(await ask(resumed, sql), sql).toEqual(await ask(started, sql));
    }
  });

  it('does not draw the same numbers by chance as another from the same image', async () => {
    const draw = async () =>
      rows(
        await openDatabase(files, []),
        'select array_agg(a order by a) from pairs tablesample bernoulli (1)',
      );
    expect(await draw()).not.toEqual(await draw());
  });

  it('is started after all where a library has to be there from the start', async () => {
    const db = await openDatabase(files, ['pg_stat_statements']);
    expect(await rows(db, 'create extension pg_stat_statements')).toEqual([]);
    expect(await rows(db, 'select count(*) > 0 from pg_stat_statements')).toEqual([['t']]);
    // Which PGlite would take away with the rest of the settings file.
    expect(await rows(db, 'show wal_level')).toEqual([['minimal']]);
  });

  it('is started after all where the engine’s functions are counted otherwise', async () => {
    const boot = new Uint8Array(files.boot.bytes).slice();
    const field = '"functions":';
    const at = new TextDecoder('latin1').decode(boot).indexOf(field) + field.length;
    boot[at] = '1'.charCodeAt(0);
    expect(readBoot(boot).process?.functions).toBeLessThan(2000);
    const began = new Date().toISOString();
    const db = await openDatabase({ ...files, boot: { bytes: boot.buffer, packed: false } }, []);
    expect(await rows(db, `select pg_postmaster_start_time() >= '${began}'`)).toEqual([['t']]);
    expect(await rows(db, 'select count(*), sum(b) from pairs')).toEqual([['20000', '90000']]);
    expect(await rows(db, `select timestamptz '2020-01-01' at time zone 'Asia/Tokyo'`)).toEqual([
      ['2020-01-01 09:00:00'],
    ]);
    expect(await rows(db, 'show wal_level')).toEqual([['minimal']]);
  });

  it('refuses to go on where other settings are asked for', async () => {
    const fs = new SnapshotFs(new Uint8Array(files.boot.bytes), { resume: true });
    const other = startOptions(files.statisticsTarget + 1);
    await expect(PGlite.create({ fs, ...other })).rejects.toThrow(/other settings/);
  });
});
