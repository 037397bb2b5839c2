import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadParser } from '../../sql/parse.ts';
import { openEmptyDatabase } from '../test-database.ts';
import { csvToSeed } from './csv-to-seed.ts';
import { dumpToSeed } from './dump-to-seed.ts';
import { insertsOf, readSeedScript } from './seed-script.ts';
import { DROP_SKEW, SKEW_FUNCTIONS, usesSkew } from './skew-functions.ts';

beforeAll(() => loadParser());

const DUMP = `--
-- PostgreSQL database dump
--

\\restrict abc

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE FUNCTION public.note() RETURNS text LANGUAGE sql AS $$
SET x = 1;
$$;

ALTER FUNCTION public.note() OWNER TO sales;

CREATE TABLE public.parcels (
    id integer NOT NULL,
    note text
);

COPY public.parcels (id, note) FROM stdin;
1\tit's\\tso
2\t\\N
3\tGRANT SELECT ON x TO y;
\\.

ALTER TABLE ONLY public.parcels
    ADD CONSTRAINT parcels_pkey PRIMARY KEY (id);
GRANT SELECT ON TABLE public.parcels TO reader;

\\unrestrict abc
`;

describe('a dump', () => {
  it('keeps its rows and its line numbers, and leaves out what is for another server', () => {
    const read = dumpToSeed(DUMP);
    if (read.kind !== 'ok') throw new Error(read.what);
    expect(read.left).toEqual(['2 psql commands', '2 settings', '1 owners', '1 privileges']);
    expect(read.seed.split('\n')).toHaveLength(DUMP.split('\n').length);
    expect(read.seed).toContain('SET x = 1;');
    const script = readSeedScript(read.seed);
    if (script.kind !== 'ok') throw new Error(script.message);
    expect(script.steps.map(({ kind }) => kind)).toEqual(['sql', 'sql', 'copy', 'sql']);
    const copy = script.steps[2];
    if (copy?.kind !== 'copy') throw new Error('no rows');
    expect(copy.into).toBe('public.parcels (id, note)');
    expect(copy.data.split('\n')).toHaveLength(4);
    expect(insertsOf(copy)).toEqual([
      "insert into public.parcels (id, note) overriding system value values ('1', 'it''s\tso'),\n('2', null),\n('3', 'GRANT SELECT ON x TO y;')",
    ]);
  });

  it.each([
    ['PGDMP\u0001', 1, /custom form/, /pg_restore -f/],
    [
      '\nCREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;',
      2,
      /the extension postgis/,
      /pg_dump -t/,
    ],
    ['CREATE SCHEMA sales;', 1, /the schema sales/, /rename to public/],
    ['CREATE ROLE reader;', 1, /a whole server/, /pg_dump --no-owner/],
  ])('that cannot be used says why: %s', (dump, line, what, fix) => {
    expect(dumpToSeed(dump)).toEqual({
      kind: 'error',
      line,
      what: expect.stringMatching(what),
      fix: expect.stringMatching(fix),
    });
  });
});

describe('a CSV file', () => {
  it('becomes a table with types', () => {
    const text =
      'ID,Placed at,Postcode,Price,"Says, who",Empty\n1,2025-01-02 10:00,01067,9.50,"a ""b""\nc",\n2,2025-01-03 11:30:05,10115,10,,\n';
    const read = csvToSeed({ table: 'parcels', text });
    if (read.kind !== 'ok') throw new Error(read.what);
    expect(read.seed).toBe(
      'create table "parcels" (\n  "id" integer primary key,\n  "placed_at" timestamp not null,\n  "postcode" text not null,\n' +
        '  "price" numeric not null,\n  "says_who" text,\n  "empty" text\n);\n\n' +
        'COPY "parcels" ("id", "placed_at", "postcode", "price", "says_who", "empty") FROM stdin;\n' +
        '1\t2025-01-02 10:00\t01067\t9.50\ta "b"\\nc\t\\N\n2\t2025-01-03 11:30:05\t10115\t10\t\\N\t\\N\n\\.\n\n',
    );
  });

  it.each([
    ['a,b\n1,2\n3\n', 3, /1 fields; the header has 2/],
    ['a,a\n1,2\n', 1, /named twice/],
    ['a,\n1,2\n', 1, /has no name/],
    ['a,b\n', 1, /no row/],
  ])('that cannot be read says where: %j', (text, line, what) => {
    expect(csvToSeed({ table: 't', text })).toMatchObject({ line, what: expect.stringMatching(what) });
  });
});

describe('skew', () => {
  let db: PGlite;
  beforeAll(async () => {
    db = await openEmptyDatabase();
    for (const { sql } of SKEW_FUNCTIONS) await db.exec(sql);
  });
  afterAll(() => db.close());
  const one = async (sql: string): Promise<unknown> =>
    Object.values((await db.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];

  it('is only looked for where a seed calls it', () => {
    expect(usesSkew('select pw_zipf(i, 10)')).toBe(true);
    expect(usesSkew('create table pw_orders (id int)')).toBe(false);
  });

  it('follows Zipf’s law', async () => {
    const shares = await db.query<{ rank: number; share: number }>(
      `select pw_zipf(i, 1000, 1.0) as rank, count(*) / 200000.0::float8 as share
       from generate_series(1, 200000) as i group by 1 order by 1`,
    );
    const share = (rank: number) => shares.rows.find((row) => row.rank === rank)?.share ?? 0;
    const harmonic = Array.from({ length: 1000 }, (_, at) => 1 / (at + 1)).reduce((sum, one) => sum + one);
    for (const rank of [1, 2, 10]) expect(share(rank) * rank * harmonic).toBeCloseTo(1, 1);
    expect(Math.max(...shares.rows.map(({ rank }) => rank))).toBeLessThanOrEqual(1000);
  });

  it('scatters without meeting itself, correlates as often as asked, and keeps time in order', async () => {
    expect(await one('select count(distinct pw_scatter(k, 4000)) from generate_series(1, 4000) k')).toBe(
      4000,
    );
    const follows = `select avg((pw_correlated(i, i % 50, 30, 0.9, 1) = 1 + (i % 50) % 30)::int)::float8
      from generate_series(1, 20000) i`;
    expect(await one(follows)).toBeCloseTo(0.9 + 0.1 / 30, 1);
    const late = (scatter: number) =>
      one(`select count(*) filter (where t < before)::float8 / count(*) from (select t, lag(t) over (order by i) as before
        from (select i, pw_time(i, 5000, '2024-01-01', '2025-01-01', ${scatter}) as t from generate_series(1, 5000) i) r) s`);
    expect(await late(0)).toBe(0);
    expect(Number(await late(2))).toBeGreaterThan(0.3);
    expect(
      await one("select count(distinct pw_one_of(i, array['a', 'b'])) from generate_series(1, 100) i"),
    ).toBe(2);
  });

  it('answers the same everywhere, and leaves nothing behind', async () => {
    expect(await one('select pw_uniform(42, 1, 1000000, 7)')).toBe(
      await one('select pw_uniform(42, 1, 1000000, 7)'),
    );
    expect(await one('select pw_uniform(42, 1, 1000000, 7)')).toMatchInlineSnapshot(`751071`);
    for (const sql of DROP_SKEW) await db.exec(sql);
    expect(await one("select count(*)::int from pg_proc where proname like 'pw\\_%'")).toBe(0);
  });
});
