import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { type HeapPage, heapPage } from './heap-page.ts';
import { onThrowAway } from './throw-away.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

async function look(setup: string, table = 't', block = 0): Promise<HeapPage> {
  const dataset = { name: 'empty', extensions: ['pageinspect', 'pg_visibility'] };
  const seen = await onThrowAway(engine, dataset, setup, (subject) => heapPage(subject, table, block));
  if (seen.kind === 'none') throw new Error(seen.message);
  return seen.found;
}

const TABLE = `create table t (id int primary key, name text, seen bool);
insert into t select g, case when g <> 2 then 'n' || g end, true from generate_series(1, 3) g;`;
const statesOf = (page: HeapPage) => page.slots.map(({ state }) => state);
const textsOf = (page: HeapPage) =>
  page.slots.map(({ values }) =>
    values.map((value) => (value.kind === 'value' ? value.text : value.kind)).join(' '),
  );

it('shows the versions of a row that was updated in place as a chain that no index sees', async () => {
  const page = await look(`${TABLE} update t set name = 'new' where id = 1;`);
  expect(statesOf(page)).toEqual(['old', 'live', 'live', 'live']);
  expect(textsOf(page)).toEqual(['1 n1 t', '2 null t', '3 n3 t', '1 new t']);
  expect(page.columns).toEqual(['id', 'name', 'seen']);
  expect(page.slots[0]).toMatchObject({ nextVersion: '(0,4)', hotUpdated: true, heapOnly: false });
  expect(page.slots[3]).toMatchObject({ heapOnly: true, nextVersion: undefined });
  expect(page.allVisible).toBe(false);
});

it('shows what VACUUM leaves of it: a redirect, and a page that index-only scans may pass by', async () => {
  const page = await look(`${TABLE} update t set name = 'new' where id = 1; vacuum t;`);
  expect(statesOf(page)).toEqual(['redirect', 'live', 'live', 'live']);
  expect(page.slots[0]?.leadsTo).toBe(4);
  expect(page.allVisible).toBe(true);
});

it('does not take a version that was replaced by the same slot of another page for a deleted one', async () => {
  const page = await look(`create table t (id int, filler text) with (fillfactor = 100);
insert into t select g, repeat('x', 2000) from generate_series(1, 6) g;
update t set id = 11 where id = 3;`);
  expect(page.slots[2]).toMatchObject({ state: 'old', nextVersion: '(1,3)' });
});

it('tells an update of an indexed column from one that no index needs to know of', async () => {
  const page = await look(`${TABLE} update t set id = 9 where id = 1;`);
  expect(page.slots[0]).toMatchObject({ state: 'old', hotUpdated: false, nextVersion: '(0,4)' });
  expect(page.slots[3]).toMatchObject({ state: 'live', heapOnly: false });
});

it('tells deleted, rolled back, dead and free apart', async () => {
  const deleted = await look(`${TABLE} delete from t where id = 2;`);
  expect(deleted.slots[1]).toMatchObject({ state: 'old', nextVersion: undefined });
  expect(deleted.slots[1]?.xmax).toBeDefined();
  const rolled = await look(`${TABLE} begin; insert into t values (7, 'x', false); rollback;`);
  expect(statesOf(rolled)).toEqual(['live', 'live', 'live', 'aborted']);
  const vacuumed = await look(`${TABLE} delete from t where id = 2; vacuum (index_cleanup on) t;`);
  expect(statesOf(vacuumed)).toEqual(['live', 'unused', 'live']);
  const half = await look(`${TABLE} delete from t where id = 2; vacuum (index_cleanup off) t;`);
  expect(statesOf(half)).toEqual(['live', 'dead', 'live']);
});

it('accounts for every byte between its line pointers and its end', async () => {
  const page = await look(TABLE);
  expect(page.lower).toBe(24 + 4 * page.slots.length);
  const least = Math.min(...page.slots.map(({ at }) => at));
  expect(page.upper).toBe(least);
  expect(page.size).toBe(8192);
});

it('says in a sentence what is not there', async () => {
  await expect(look(TABLE, 't', 5)).rejects.toThrow('t has no page 5: its last one is 0.');
  await expect(look(TABLE, 'nowhere')).rejects.toThrow('There is no table called nowhere.');
  await expect(look('create table e (a int)', 'e')).rejects.toThrow('nothing was written');
});
