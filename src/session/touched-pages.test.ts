import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { totalsOf } from '../plan/metrics.ts';
import { onThrowAway } from './throw-away.ts';
import { type TouchedPages, touchedPages } from './touched-pages.ts';

const SHOP = { name: 'shop', extensions: ['pg_buffercache'] };
let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

async function touch(sql: string, setup = '', on = SHOP): Promise<TouchedPages> {
  const looked = await onThrowAway(engine, on, setup, (subject) => touchedPages(subject, sql));
  if (looked.kind === 'none') throw new Error(looked.message);
  return looked.found;
}
const named = (touched: TouchedPages, name: string) =>
  touched.relations.find((relation) => relation.name === name);
const counted = (touched: TouchedPages) =>
  touched.relations.reduce((sum, { touched, mapPages }) => sum + touched.length + mapPages, 0);

const QUERY = 'select id, total from orders where customer_id = 42';
const INDEX = 'create index by_customer on orders (customer_id)';

describe('touchedPages', () => {
  it('lights every page of a table that is scanned, though the scan went through a ring of buffers', async () => {
    const touched = await touch(QUERY);
    const orders = named(touched, 'orders');
    expect(orders?.touched.length).toBe(orders?.pages);
    expect(orders?.touched.length).toBe(totalsOf(touched.plan).pages);
    expect(orders?.via).toBe('seq');
    expect(named(touched, 'orders_pkey')).toBeUndefined();
  });

  it('lights every page of a bloom index: as many as EXPLAIN counts, though they went through a ring', async () => {
    const bloom = { ...SHOP, extensions: ['pg_buffercache', 'bloom'] };
    const setup = 'create index signatures on orders using bloom (customer_id)';
    const touched = await touch(QUERY, setup, bloom);
    const index = named(touched, 'signatures');
    expect(index?.via).toBe('bitmap');
    expect(index?.touched.length).toBeGreaterThan(100);
    expect(counted(touched)).toBe(totalsOf(touched.plan).pages);
  });

  it('lights a table that is sampled row by row whole, and says so where a sample of pages is not all known', async () => {
    const rows = await touch('select id from orders tablesample bernoulli (1) repeatable (1)');
    expect(named(rows, 'orders')?.touched.length).toBe(named(rows, 'orders')?.pages);
    expect(rows.complete).toBe(true);
    const pages = await touch('select id from orders tablesample system (5) repeatable (1)');
    expect(named(pages, 'orders')?.touched.length).toBeLessThan(totalsOf(pages.plan).pages ?? 0);
    expect(pages.complete).toBe(false);
  });

  it('lights a few pages of the index and of the table behind it: as many as EXPLAIN counts', async () => {
    const touched = await touch(QUERY, INDEX);
    expect(named(touched, 'orders')?.via).toBe('bitmap');
    expect(named(touched, 'orders')?.touched.length).toBeLessThan(25);
    expect(named(touched, 'by_customer')).toMatchObject({ kind: 'index', table: 'orders', via: 'bitmap' });
    expect(counted(touched)).toBe(totalsOf(touched.plan).pages);
    expect(touched.complete).toBe(true);
  });

  it('shows a table that an index-only scan leaves alone, and the visibility map it leans on', async () => {
    const sql = 'select customer_id, total from orders where customer_id = 42';
    const touched = await touch(sql, 'create index covering on orders (customer_id) include (total)');
    expect(named(touched, 'orders')).toMatchObject({ touched: [], via: 'index-only' });
    expect(named(touched, 'orders')?.mapPages).toBe(1);
    expect(named(touched, 'covering')?.touched.length).toBeGreaterThan(1);
  });

  it('reads no further than LIMIT asks, and explains what stands behind an EXPLAIN', async () => {
    const touched = await touch('explain analyze select * from order_items limit 5');
    expect(named(touched, 'order_items')?.touched.slice(0, 1)).toEqual([0]);
    expect(named(touched, 'order_items')?.touched.length).toBeLessThan(40);
  });

  it('rolls back what a write did', async () => {
    const looked = await onThrowAway(engine, SHOP, '', async (subject) => {
      const first = await touchedPages(subject, 'delete from inventory where product_id = 1');
      expect(first.kind).toBe('ok');
      const run = await subject.run('select count(*) from inventory where product_id = 1');
      return { kind: 'ok', found: run.kind === 'ok' ? run.results[0]?.rows[0]?.[0] : run };
    });
    expect(looked).toEqual({ kind: 'ok', found: '3' });
  });

  it('rolls back what a function did that a query calls', async () => {
    const setup = `create function lose() returns bigint language sql volatile as
      'with gone as (delete from inventory where product_id = 1 returning 1) select count(*) from gone'`;
    const looked = await onThrowAway(engine, SHOP, setup, async (subject) => {
      const first = await touchedPages(subject, 'select lose()');
      expect(first.kind).toBe('ok');
      expect(await touchedPages(subject, 'select lose() / 0')).toMatchObject({
        kind: 'none',
      });
      const run = await subject.run('select count(*) from inventory where product_id = 1');
      return { kind: 'ok', found: run.kind === 'ok' ? run.results[0]?.rows[0]?.[0] : run };
    });
    expect(looked).toEqual({ kind: 'ok', found: '3' });
  });

  it.each([
    ['create table a (b int)', /Only queries and writes/],
    ['select nothing from orders', /column "nothing" does not exist/],
    ['selct', /syntax error/],
    ['-- nothing', /no statement/],
  ])('says why there is nothing to show for %s, and can look again', async (sql, why) => {
    await onThrowAway(engine, SHOP, '', async (subject) => {
      expect(await touchedPages(subject, sql)).toMatchObject({
        kind: 'none',
        message: expect.stringMatching(why),
      });
      expect((await touchedPages(subject, 'select 1')).kind).toBe('ok');
      return { kind: 'ok', found: undefined };
    });
  });

  it('leaves a transaction of the reader alone', async () => {
    const looked = await onThrowAway(engine, SHOP, 'begin; delete from inventory', (subject) =>
      touchedPages(subject, QUERY),
    );
    expect(looked).toMatchObject({ kind: 'none', message: expect.stringContaining('COMMIT or ROLLBACK') });
  });
});
