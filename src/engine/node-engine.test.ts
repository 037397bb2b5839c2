import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets, readEngineFile } from './build/build-assets.ts';
import { describeEngine } from './contract.ts';
import { openDatabase } from './database.ts';
import { type Engine, EngineFault } from './engine.ts';
import type { EngineFile, EngineFiles, EngineManifest } from './manifest.ts';
import { createNodeEngine } from './node-engine.ts';

let directory: string;
const seed = `create table pairs as select g as a, g % 10 as b from generate_series(1, 20000) g;
alter table pairs add primary key (a);`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'planwright-'));
  const built = await buildAssets({
    into: directory,
    from: join(import.meta.dirname, '../../public/engine'),
    datasets: [{ name: 'pairs', seedFile: '', seed }],
    say: () => {},
  });
  expect(built.kind).toBe('ok');
});
afterAll(() => rm(directory, { recursive: true }));

const CAPS = { maxRows: 10, maxBytes: 100_000, maxCellBytes: 10_000 };

/** A dataset's files as a browser's worker gets them: the relations and the engine's own files packed. */
async function readPacked(from: string, name: string): Promise<EngineFiles> {
  const { wasm, bundle, datasets } = JSON.parse(
    await readFile(join(from, 'manifest.json'), 'utf8'),
  ) as EngineManifest;
  const dataset = datasets[name];
  if (!dataset) throw new Error(`${name} was not built`);
  const bytesOf = async (file: EngineFile) => Uint8Array.from(await readEngineFile(from, file)).buffer;
  const stored = async (file: EngineFile) => ({
    bytes: await bytesOf({ ...file, packing: 'none' }),
    packed: true,
  });
  return {
    bootBytes: dataset.boot.unpacked,
    boot: await stored(dataset.boot),
    code: await WebAssembly.compile(await bytesOf(wasm)),
    bundleBytes: bundle.unpacked,
    statisticsTarget: dataset.statisticsTarget,
    later: {
      relations: await stored(dataset.relations),
      bundle: await stored(bundle),
    },
  };
}

describeEngine({
  name: 'PGlite in worker threads',
  open: () => createNodeEngine(directory, { spares: 1, kept: 1 }),
  empty: { name: 'empty' },
  timeoutClosesSession: true,
});

describe('a snapshot', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createNodeEngine(directory);
  });
  afterAll(() => engine.dispose());
  const limits = { timeoutMs: 30_000 };

  it('opens with the rows, exact statistics and all-visible pages', async () => {
    const session = await engine.open({ name: 'pairs' });
    const run = await session.run(
      `select count(*) from pairs;
       select n_distinct from pg_stats where tablename = 'pairs' and attname = 'b';
       select relallvisible = relpages and relpages > 0 from pg_class where relname = 'pairs'`,
      limits,
    );
    if (run.kind !== 'ok') throw new Error(JSON.stringify(run));
    expect(run.results.map((result) => result.rows[0]?.[0])).toEqual(['20000', '10', 't']);
    await session.close();
  });

  it('reads Latin-1, and says of other encodings that it has no conversion', async () => {
    const session = await engine.open({ name: 'pairs' });
    const run = (sql: string) => session.run(sql, { timeoutMs: 60_000 });
    const named = (call: string, name: string) => `select ${call} from (values ('${name}')) as e (name)`;
    const read = await run(named(String.raw`convert_from('\xe9', name)`, 'LATIN1'));
    expect(read).toMatchObject({ kind: 'ok', results: [{ rows: [['é']] }] });
    for (const sql of [
      named(`convert_to('é', name)`, 'LATIN1'),
      named(`convert('é'::text::bytea, 'UTF8', name)`, 'LATIN2'),
      named(String.raw`convert_from('\xe9', name)`, 'WIN1252'),
      named(String.raw`convert_from('\xa4a2', name)`, 'EUC_JP'),
      `do $$ begin perform set_config('client_' || 'encoding', 'LATIN1', false); end $$`,
    ])
      expect(await run(sql), sql).toMatchObject({ kind: 'sql-error', error: { severity: 'ERROR' } });
    expect(await run(`select 'é'`)).toMatchObject({ kind: 'ok', results: [{ rows: [['é']] }] });
    await session.close();
  });

  it('stays as it was, whatever is done to a copy', async () => {
    const first = await engine.open({ name: 'pairs' });
    await first.run(
      'update pairs set b = 99; delete from pairs where a > 10; vacuum full pairs; checkpoint',
      limits,
    );
    await first.close();
    const second = await engine.open({ name: 'pairs' });
    const run = await second.run('select count(*), max(b) from pairs', limits);
    if (run.kind !== 'ok') throw new Error(JSON.stringify(run));
    expect(run.results[0]?.rows).toEqual([['20000', '9']]);
    await second.close();
  });

  it('is unpacked as it is read where it is packed, and stays as it was then too', async () => {
    const files = await readPacked(directory, 'pairs');
    const first = await openDatabase(files, []);
    const append = 'insert into pairs select g, 1 from generate_series(20001, 60000) g';
    for (const sql of ['update pairs set b = 99', 'delete from pairs where a > 10', 'vacuum pairs', append])
      expect((await first.query(sql, CAPS)).error).toBeUndefined();
    await first.query('checkpoint', CAPS);
    const changed = await first.query('select count(*), max(b) from pairs', CAPS);
    expect(changed.rows).toEqual([['40010', '99']]);
    const second = await openDatabase(files, []);
    expect((await second.query('vacuum full pairs', CAPS)).error).toBeUndefined();
    const again = await second.query('select count(*), max(b) from pairs where a > 0', CAPS);
    expect(again.rows).toEqual([['20000', '9']]);
  });

  it('comes with the engine’s own files packed, which are there when something asks for one', async () => {
    const db = await openDatabase(await readPacked(directory, 'pairs'), []);
    const asked = await db.query(
      `select timestamptz '2020-01-01 00:00+00' at time zone 'Asia/Tokyo', to_tsvector('english', 'running dogs')`,
      CAPS,
    );
    expect(asked.rows).toEqual([['2020-01-01 09:00:00', "'dog':2 'run':1"]]);
    expect((await db.query('do $$begin perform 1; end$$', CAPS)).error).toBeUndefined();
  });

  it('is pristine in a thread that served another session, and so is every other image', async () => {
    const keeping = await createNodeEngine(directory, { kept: 1 });
    const ask = async (name: string, sql: string) => {
      const session = await keeping.open({ name });
      const run = await session.run(sql, limits);
      await session.close();
      await expect(session.parse('select 1')).rejects.toThrow('the session is closed');
      return run.kind === 'ok' ? run.results.at(-1)?.rows : run;
    };
    const spoil =
      'set search_path = nowhere; create schema nowhere; drop table public.pairs; select pg_backend_pid()';
    const first = await ask('pairs', spoil);
    expect(first).toHaveLength(1);
    expect(await ask('empty', 'select count(*) from pg_tables where schemaname = current_schema')).toEqual([
      ['0'],
    ]);
    expect(await ask('pairs', 'select count(*), current_schema from pairs')).toEqual([['20000', 'public']]);
    await keeping.dispose();
  });

  it('builds to the same bytes of data and statistics each time', async () => {
    const again = await buildAssets({
      into: directory,
      datasets: [{ name: 'pairs', seedFile: '', seed }],
      say: () => expect.unreachable(),
    });
    expect(again.kind).toBe('ok');
  });

  it('is not there: the fault says so', async () => {
    await expect(engine.open({ name: 'nothing' })).rejects.toThrow(EngineFault);
  });

  it('reports a seed that fails with its line', async () => {
    const into = await mkdtemp(join(tmpdir(), 'planwright-'));
    const wrong = { name: 'wrong', seedFile: 'seed.sql', seed: 'create table a (b int);\n\nselect nope;' };
    const built = await buildAssets({ into, from: directory, datasets: [wrong], say: () => {} });
    expect(built).toMatchObject({
      kind: 'seed-errors',
      errors: [{ file: 'seed.sql', line: 3, message: 'column "nope" does not exist' }],
    });
    await rm(into, { recursive: true });
  });
});
