import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { pagesOf } from '../plan/metrics.ts';
import { onThrowAway } from './throw-away.ts';
import { whatIf } from './what-if.ts';
import { type ScanWay, type WhyNot, whyNot } from './why-not.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

async function ask(setup: string, sql: string, params: readonly Cell[] = []): Promise<WhyNot> {
  const looked = await onThrowAway(engine, { name: 'shop' }, setup, (subject) =>
    whyNot(subject, sql, params),
  );
  if (looked.kind === 'none') throw new Error(looked.message);
  return looked.found;
}

const QUERY = 'select * from orders where customer_id = 42';
const INDEX = 'create index by_customer on orders (customer_id)';
const sum = ({ steps }: ScanWay) => steps.reduce((whole, { cost }) => whole + cost, 0);

describe('whyNot', () => {
  it('plans and runs what was turned down, with its cost and its pages', async () => {
    const { scans } = await ask(INDEX, QUERY);
    const [orders] = scans;
    expect(orders?.chosen).toMatchObject({ via: 'bitmap', indexes: ['by_customer'] });
    expect(orders?.others.map(({ via }) => via)).toEqual(['index', 'seq']);
    expect(orders?.impossible).toEqual([{ via: 'index-only' }]);
    const seq = orders?.others[1];
    expect(seq?.pages).toBe(orders?.table.pages);
    expect(seq?.cost).toBeGreaterThan(40 * (orders?.chosen.cost ?? 0));
    expect(orders && pagesOf(orders.chosen.node)).toBeLessThan(30);
  });

  it('takes costs apart into terms that add up to what EXPLAIN says', async () => {
    const { scans, costs } = await ask(`${INDEX}; create index by_date on orders (created_at)`, QUERY);
    const ways = scans.flatMap(({ chosen, others }) => [chosen, ...others]);
    for (const way of ways) expect(sum(way)).toBeCloseTo(way.node.totalCost, 2);
    const seq = ways.find(({ via }) => via === 'seq');
    expect(seq?.steps).toMatchObject([
      { count: scans[0]?.table.pages, each: costs.seqPage, setting: 'seq_page_cost' },
      { count: 200_000, each: costs.cpuTuple },
      { cost: 200_000 * costs.cpuOperator },
    ]);
    const index = ways.find(({ via }) => via === 'index');
    expect(index?.steps.at(-1)?.cost).toBeLessThan(0.5);
  });

  it('knows the order of the table: a month is cheap through an index in the order of the file', async () => {
    const month = "select * from orders where created_at >= '2024-01-01' and created_at < '2024-02-01'";
    const { scans } = await ask('create index by_date on orders (created_at)', month);
    expect(scans[0]?.chosen).toMatchObject({ via: 'index', indexes: ['by_date'] });
    expect(scans[0]?.chosen.steps[1]).toMatchObject({ what: expect.stringContaining('nearly in the order') });
    expect(sum(scans[0]?.chosen ?? expect.unreachable())).toBeCloseTo(scans[0]?.chosen.cost ?? 0, 2);
  });

  it('says that an index cannot be used even with every other way closed', async () => {
    const { scans } = await ask('create index by_status on orders (status)', QUERY);
    expect(scans[0]?.chosen.via).toBe('seq');
    expect(scans[0]?.others).toEqual([]);
    expect(scans[0]?.unused.map(({ index, way }) => [index.name, way])).toEqual([
      ['by_status', undefined],
      ['orders_pkey', undefined],
    ]);
  });

  it('finds what an index that lost would have cost', async () => {
    const both = `${INDEX}; create index wider on orders (customer_id, status)`;
    const { scans } = await ask(both, QUERY);
    const wider = scans[0]?.unused.find(({ index }) => index.name === 'wider');
    expect(wider?.way?.indexes).toEqual(['wider']);
    expect(wider?.way?.cost).toBeGreaterThan(scans[0]?.chosen.cost ?? Number.NaN);
  });

  it('takes parameters, and leaves settings, indexes and prepared statements as they were', async () => {
    const looked = await onThrowAway(engine, { name: 'shop' }, INDEX, async (subject) => {
      const seen = await whyNot(subject, 'select * from orders where customer_id = $1', ['42']);
      const run = await subject.run(
        `select current_setting('enable_seqscan'), (select count(*) from pg_index where not indisvalid),
         (select count(*) from pg_prepared_statements)`,
      );
      const left = run.kind === 'ok' ? run.results[0]?.rows[0] : run;
      return { kind: 'ok', found: { seen, left } };
    });
    if (looked.kind === 'none') throw new Error(looked.message);
    expect(looked.found.seen.kind).toBe('ok');
    expect(looked.found.left).toEqual(['on', '0', '0']);
  });

  it('asks for both tables of a join', async () => {
    const { scans } = await ask(
      INDEX,
      `select c.name, o.total from customers c join orders o on o.customer_id = c.id where c.city = 'Siena'`,
    );
    expect(scans.map(({ table }) => table.name).sort()).toEqual(['customers', 'orders']);
  });

  it.each([
    ['vacuum', /Only queries/],
    ['select * from nowhere', /does not exist/],
  ])('says why it cannot for %s', async (sql, why) => {
    const looked = await onThrowAway(engine, { name: 'shop' }, '', (subject) => whyNot(subject, sql));
    expect(looked).toMatchObject({ kind: 'none', message: expect.stringMatching(why) });
  });
});

describe('whatIf', () => {
  const what = (ddl: string, sql: string) =>
    onThrowAway(engine, { name: 'shop' }, '', async (subject) => {
      const seen = await whatIf(subject, ddl, sql);
      const run = await subject.run("select count(*) from pg_index where indrelid = 'orders'::regclass");
      expect(run.kind === 'ok' && run.results[0]?.rows).toEqual([['1']]);
      return seen;
    });

  it('plans and runs the query with an index that is gone afterwards', async () => {
    const looked = await what('create index on orders (customer_id)', QUERY);
    if (looked.kind === 'none') throw new Error(looked.message);
    expect(looked.found).toMatchObject({ used: true, index: { name: 'orders_customer_id_idx' } });
    expect(looked.found.index.bytes).toBeGreaterThan(1_000_000);
    expect(looked.found.before.root.kind).toBe('Seq Scan');
    expect(looked.found.after.root.kind).toBe('Bitmap Heap Scan');
  });

  it('runs a query twice, so that no side pays for being first, and a write once', async () => {
    const setup = 'create sequence runs; create table t (a int); insert into t values (1); analyze t;';
    const counted = (sql: string) =>
      onThrowAway(engine, { name: 'empty' }, setup, async (subject) => {
        await whatIf(subject, 'create index on t (a)', sql);
        const run = await subject.run('select last_value from runs');
        return { kind: 'ok', found: run.kind === 'ok' ? run.results[0]?.rows[0]?.[0] : run };
      });
    expect(await counted("select nextval('runs') from t")).toEqual({ kind: 'ok', found: '4' });
    expect(await counted("update t set a = nextval('runs')")).toEqual({ kind: 'ok', found: '2' });
  });

  it('knows the statistics of an expression', async () => {
    const looked = await what(
      'create index low on customers (lower(email))',
      "select * from customers where lower(email) = 'nobody@mail.example'",
    );
    if (looked.kind === 'none') throw new Error(looked.message);
    expect(looked.found.used).toBe(true);
    expect(looked.found.after.root.planRows).toBe(1);
  });

  it('says that the index would not be used', async () => {
    expect(await what('create index on orders (status)', QUERY)).toMatchObject({ found: { used: false } });
  });

  it.each([
    ['drop table orders', /one CREATE INDEX/],
    ['create index on orders (id); drop table orders', /one CREATE INDEX/],
    ['create index concurrently on orders (id)', /CONCURRENTLY/],
    ['create index on orders (nothing)', /does not exist/],
    ['create indx', /syntax error/],
  ])('refuses %s with a reason', async (ddl, why) => {
    expect(await what(ddl, QUERY)).toMatchObject({ kind: 'none', message: expect.stringMatching(why) });
  });
});
