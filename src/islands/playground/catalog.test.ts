import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../engine/engine.ts';
import { openTestEngine } from '../../engine/test-engine.ts';
import { onThrowAway } from '../../session/throw-away.ts';
import { type CatalogRelation, readCatalog } from './catalog.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

async function catalogAfter(sql: string): Promise<readonly CatalogRelation[]> {
  const looked = await onThrowAway(
    engine,
    { name: 'shop', extensions: ['pg_buffercache'] },
    sql,
    readCatalog,
  );
  if (looked.kind === 'none') throw new Error(looked.message);
  return looked.found;
}

it('lists tables with columns, keys, sizes and statistics, and nothing of an extension', async () => {
  const catalog = await catalogAfter('');
  expect(catalog.map(({ name }) => name)).toEqual([
    'categories',
    'customers',
    'inventory',
    'order_items',
    'orders',
    'products',
  ]);
  const orders = catalog.find(({ name }) => name === 'orders');
  expect(orders).toMatchObject({ kind: 'table', rows: 200_000 });
  expect(orders?.bytes).toBeGreaterThan(13_000_000);
  expect(orders?.columns.slice(0, 2)).toMatchObject([
    { name: 'id', type: 'integer', nullable: false, primary: true, distinct: 200_000 },
    { name: 'customer_id', primary: false, references: 'customers (id)' },
  ]);
  expect(orders?.indexes).toMatchObject([{ name: 'orders_pkey', definition: 'btree (id), unique' }]);
});

it('lists what the reader made', async () => {
  const catalog = await catalogAfter(
    `create schema mine; create table mine.t (a int); create table mine."Odd.One" (); create table "user" (); create view v as select 1 as one;
     create index by_status on orders (status) where status <> 'delivered'`,
  );
  expect(catalog.find(({ name }) => name === 'mine.t')).toMatchObject({ kind: 'table', bytes: 0 });
  const written = Object.fromEntries(catalog.map((relation) => [relation.name, relation.written]));
  expect(written).toMatchObject({ 'mine.t': 'mine.t', 'mine.Odd.One': 'mine."Odd.One"', user: '"user"' });
  expect(catalog.find(({ name }) => name === 'v')?.columns).toMatchObject([{ name: 'one' }]);
  expect(catalog.find(({ name }) => name === 'orders')?.indexes[0]?.definition).toBe(
    "btree (status) WHERE (status <> 'delivered'::text)",
  );
});

it('a failed transaction is no database without tables', async () => {
  const looked = await onThrowAway(engine, { name: 'shop', extensions: [] }, '', async (subject) => {
    await subject.run('begin; select 1 / 0');
    return readCatalog(subject);
  });
  expect(looked).toEqual({
    kind: 'none',
    message: expect.stringContaining('current transaction is aborted'),
  });
});
