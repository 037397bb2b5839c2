import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine, Session } from '../engine/engine.ts';
import { createNodeSqlite } from '../engine/sqlite/node-sqlite.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { read } from './ask.ts';
import type { Copying } from './copy-tables.ts';
import { sqliteBeside } from './sqlite-beside.ts';

/** Values that have a form of their own in one of the two. */
const MAKE = `
  create table odd (
    id integer primary key, "a ""b""" text not null, flag boolean, price numeric(10,2), ratio double precision,
    at timestamptz, day date, data jsonb
  );
  insert into odd values
    (1, 'it''s \\ "so"; -- ä', true, 12.50, 0.1, '2024-03-01 12:30:00+02', '2024-02-29', '{"k": [1, null]}'),
    (3, '', null, null, null, null, null, null);
  create table pair (a integer, b text, note text, primary key (a, b));
  insert into pair select i, 'b' || i, repeat('x', 100) from generate_series(1, 20000) i;
  create table vacant (n integer)`;

let postgres: Engine;
let session: Session;
let sqlite: Engine;
const said: Copying[] = [];

beforeAll(async () => {
  postgres = await openTestEngine();
  sqlite = sqliteBeside({
    postgres,
    make: createNodeSqlite,
    tables: ['odd', 'pair', 'vacant'],
    say: (copying) => said.push(copying),
  });
  session = await sqlite.open({ name: 'empty', setup: MAKE });
});
afterAll(async () => {
  await sqlite.dispose();
  await postgres.dispose();
});

it('gives SQLite the same rows, with every odd value in the form that SQLite has for it', async () => {
  const odd = 'it\'s \\ "so"; -- ä';
  expect(await read(session, 'select *, typeof(price), typeof(ratio) from odd')).toEqual([
    ['1', odd, '1', '12.5', '0.1', '2024-03-01 10:30:00', '2024-02-29', '{"k": [1, null]}', 'real', 'real'],
    ['3', '', null, null, null, null, null, null, 'null', 'null'],
  ]);
});

it('keeps keys and NOT NULL, and takes no other index along', async () => {
  const made = await read(session, "select sql from sqlite_schema where type = 'table' order by name");
  const [odd, pair, vacant] = made.map(([sql]) => sql);
  expect(vacant).toContain('"n" integer\n)');
  expect(odd).toMatch(/"id" integer primary key,\s+"a ""b""" text not null,\s+"flag" integer,/);
  expect(pair).toContain('primary key ("a", "b")');
});

it('copies a table of many pages in parts, in its order, and says how far it is', async () => {
  expect(await read(session, 'select count(*), min(rowid = a), sum(length(note)) from pair')).toEqual([
    ['20000', '1', '2000000'],
  ]);
  const pages = said.filter(({ table }) => table === 'pair');
  expect(pages.length).toBeGreaterThan(2);
  expect(pages[0]?.done).toBe(0);
  expect(pages.at(-1)?.done).toBe(pages[0]?.total);
});

it('makes a table that has no rows', async () => {
  expect(await read(session, 'select count(*) from vacant')).toEqual([['0']]);
});

it('opens the next one as the first began, without reading PostgreSQL again', async () => {
  await read(session, 'delete from odd');
  const before = said.length;
  const next = await sqlite.open({ name: 'empty', setup: MAKE });
  expect(await read(next, 'select count(*) from odd')).toEqual([['2']]);
  expect(said.length).toBe(before);
  await next.close();
});

it('says which table there is none of', async () => {
  const wrong = sqliteBeside({ postgres, make: createNodeSqlite, tables: ['absent'] });
  await expect(wrong.open({ name: 'empty' })).rejects.toThrow('there is no table absent to copy to SQLite');
  await wrong.dispose();
});
