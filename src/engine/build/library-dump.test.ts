import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadParser } from '../../sql/parse.ts';
import { createServerEngine } from '../postgres-engine.ts';
import { findServerBinaries, startTestServer } from '../postgres-test-server.ts';
import { openEmptyDatabase } from '../test-database.ts';
import { dumpToSeed } from './dump-to-seed.ts';
import { readSeedScript } from './seed-script.ts';

const DUMP = readFileSync(join(import.meta.dirname, 'fixtures', 'library.dump.sql'), 'utf8');

/** Rows and their hashes on the server that the dump was made of. */
const TABLES: readonly (readonly [table: string, rows: string, hash: string])[] = [
  ['branches', '4', '79d0eaed84ef035ea0dd189d006f9bef'],
  ['titles', '120', '3b65e8915ee3e33a5824505467693fec'],
  ['"Copies"', '240', '3c893b0a196f47dc53da90af215a8863'],
  ['loans', '300', '965c39ce883f20776c56c319a060b070'],
  ['titles_by_kind', '3', 'f5e8fe54dcb39e977d02a47467b13a57'],
  ['open_loans', '50', '8180a2a653987fbb9b859c16aef75977'],
];
const hashOf = (table: string) =>
  `select count(*)::text as count, md5(string_agg(t::text, '|' order by t::text collate "C")) as hash from public.${table} t`;

function seedOf(dump: string): string {
  const read = dumpToSeed(dump);
  if (read.kind !== 'ok') throw new Error(`${read.line}: ${read.what}`);
  return read.seed;
}

beforeAll(() => loadParser());

describe('a dump that pg_dump wrote', () => {
  let db: PGlite;
  beforeAll(async () => {
    db = await openEmptyDatabase();
    await db.exec("set timezone = 'UTC'");
    const script = readSeedScript(seedOf(DUMP));
    if (script.kind !== 'ok') throw new Error(script.message);
    for (const step of script.steps) {
      if (step.kind === 'sql') await db.exec(step.text);
      else await db.query(`copy ${step.into} from '/dev/blob'`, [], { blob: new Blob([step.data]) });
    }
  });
  afterAll(() => db.close());
  const one = async (sql: string) => Object.values((await db.query<object>(sql)).rows[0] ?? {});

  it('has the rows of the database that it was made of', async () => {
    for (const [table, ...expected] of TABLES) expect(await one(hashOf(table)), table).toEqual(expected);
  });

  it('has its sequences, functions, triggers and comments', async () => {
    expect(
      await one(`select nextval('"Copies_id_seq"')::int as copy, nextval('receipts')::int as receipt`),
    ).toEqual([1240, 107]);
    expect(await one("select overdue('2024-06-01 00:00+00')::int")).toEqual([16]);
    const inserted = `insert into loans (copy_id, reader, due) values (1001, 1, '2026-01-01') returning note, tableoid::regclass::text`;
    expect(await one(inserted)).toEqual(['', 'loans_later']);
    expect(await one("select obj_description('stamp'::regproc)")).toEqual([
      'Before:\nGRANT nothing TO nobody;\nCOPY public.loans (reader) FROM stdin;\n1\n\\.\n',
    ]);
  });

  it('says what was left out, and keeps its line numbers', () => {
    const read = dumpToSeed(DUMP);
    if (read.kind !== 'ok') throw new Error(read.what);
    expect(read.left).toEqual([
      '2 psql commands',
      '12 settings',
      '16 owners',
      '3 row security policies',
      '1 comments on policies',
      '8 privileges',
    ]);
    expect(read.seed.split('\n')).toHaveLength(DUMP.split('\n').length);
  });

  it('may have come from Windows, or with what --clean and --create add', () => {
    const seed = seedOf(DUMP);
    expect(seedOf(`\uFEFF${DUMP.replaceAll('\n', '\r\n')}`)).toBe(seed);
    const more =
      'DROP TABLE public.loans;\nALTER TABLE IF EXISTS ONLY public.loans DROP CONSTRAINT loans_pkey;\nCREATE DATABASE x;\n\\connect x\n';
    expect(seedOf(more + DUMP).trimStart()).toBe(seed.trimStart());
  });

  it.each([
    ['toc.dat\0\0', /in PostgreSQL’s tar form/, /pg_restore -f/],
    ['\uFFFD\uFFFD-\0-\0', /no text in UTF-8/, /-f dump\.sql/],
    ["SET client_encoding = 'LATIN1';", /is written in LATIN1/, /--encoding=UTF8/],
  ])('is refused with what to do where its file cannot be read: %j', (dump, what, fix) => {
    expect(dumpToSeed(dump)).toEqual({
      kind: 'error',
      line: 1,
      what: expect.stringMatching(what),
      fix: expect.stringMatching(fix),
    });
  });
});

const binaries = findServerBinaries();
const where = binaries ? 'on a real server' : 'on a real server (skipped: no PostgreSQL 18)';

describe.skipIf(binaries === undefined)(where, () => {
  it('a dump, and a seed with skew beside it, become a dataset', async () => {
    const server = await startTestServer(binaries ?? '');
    try {
      const skewed = `${seedOf(DUMP)}\ncreate table skewed as select pw_zipf(i, 10) as n from generate_series(1, 100) i;`;
      const datasets = [{ name: 'library', seed: skewed }];
      const engine = await createServerEngine({ databaseUrl: server.url, datasets });
      const session = await engine.open({ name: 'library' });
      const run = await session.run(
        `set timezone = 'UTC'; ${TABLES.map(([table]) => hashOf(table)).join('; ')}; select count(*) from skewed`,
        { timeoutMs: 30_000 },
      );
      if (run.kind !== 'ok') throw new Error(JSON.stringify(run));
      const rows = run.results.slice(1).map((result) => result.rows[0]);
      expect(rows).toEqual([...TABLES.map(([, ...expected]) => expected), ['100']]);
      await session.close();
      await engine.dispose();
    } finally {
      await server.stop();
    }
  });
});
