import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { totalsOf } from '../plan/metrics.ts';
import { type LookAsk, type LookFound, lookForLesson } from './lesson-look.ts';
import { keepAtBlock, type LookBlock } from './lesson-replay.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

const QUERY = 'select id, total from orders where customer_id <= 42';
const block = (id: string, sql: string, needs: readonly string[] = [], setup = false): LookBlock => ({
  id,
  caption: `Block ${id}`,
  sql,
  needs,
  setup,
});
const BLOCKS = [
  block('before', `${QUERY};`),
  block('index', 'create index by_customer on orders (customer_id);', [], false),
  block('after', `set work_mem = '1MB'; ${QUERY};`, ['index']),
  block('broken', 'create index on nowhere (id);'),
  block('on-broken', QUERY, ['broken']),
  block('more', "update orders set note = 'x' where id = 1;"),
];
const place = () => ({ engine, dataset: { name: 'shop' }, blocks: BLOCKS });

async function found(ask: LookAsk): Promise<LookFound> {
  const seen = await lookForLesson(place(), ask);
  if (seen.kind === 'none') throw new Error(seen.message);
  return seen.found;
}

describe('lookForLesson', () => {
  it('runs what a block needs, and its own statements but the last, on a copy of its own', async () => {
    const change = await found({ kind: 'plan-change', from: 'before', to: 'after' });
    if (change.kind !== 'plan-change') throw new Error(change.kind);
    expect(change.before.root.kind).toBe('Seq Scan');
    expect(change.after.root.kind).toBe('Bitmap Heap Scan');
    expect(change.after.settings.work_mem).toBe('1MB');
    const pages = await found({ kind: 'pages', of: 'after' });
    if (pages.kind !== 'pages') throw new Error(pages.kind);
    const touched = pages.pages.relations.reduce((sum, relation) => sum + relation.touched.length, 0);
    expect(touched).toBe(totalsOf(change.after).pages);
  });

  it('keeps to the table that is asked about', async () => {
    const why = await found({ kind: 'why-not', of: 'after', table: 'orders' });
    expect(why.kind === 'why-not' && why.whyNot.scans.map(({ table }) => table.name)).toEqual(['orders']);
    await expect(found({ kind: 'why-not', of: 'after', table: 'customers' })).rejects.toThrow(
      'The plan of this block does not read customers; it reads orders.',
    );
  });

  it('looks before a block and after it', async () => {
    const tree = await found({
      kind: 'b-tree',
      of: 'index',
      index: 'by_customer',
      find: ['42'],
      change: false,
    });
    expect(tree.kind === 'b-tree' && tree.after.descent?.rows.length).toBeGreaterThan(0);
    const page = await found({ kind: 'heap-page', of: 'more', table: 'orders', page: 0, change: true });
    if (page.kind !== 'heap-page') throw new Error(page.kind);
    expect(page.before?.allVisible).toBe(true);
    expect(page.after.allVisible).toBe(false);
  });

  it('finds the bound on a column, or says which there are', async () => {
    const moved = await found({ kind: 'selectivity', of: 'after', over: 'customer_id' });
    expect(moved.kind === 'selectivity' && moved.curve.borders.length).toBeGreaterThan(0);
    await expect(found({ kind: 'selectivity', of: 'after', over: 'total' })).rejects.toThrow(
      'The query has no bound on total to move; it has some on customer_id.',
    );
  });

  it('says what is missing', async () => {
    await expect(found({ kind: 'pages', of: 'nowhere' })).rejects.toThrow(
      'No block of this page is called “nowhere”.',
    );
    await expect(found({ kind: 'pages', of: 'on-broken' })).rejects.toThrow(
      '“Block broken” has to run first. PostgreSQL refused it: relation "nowhere" does not exist.',
    );
  });
});

describe('keepAtBlock', () => {
  it('answers many questions on one copy, and opens another when it was let go', async () => {
    const kept = keepAtBlock(place(), 'after');
    if (kept.kind === 'none') throw new Error(kept.message);
    const copy = kept.found;
    const mark = () =>
      copy.ask(async (subject) => {
        const run = await subject.run("select to_regclass('by_customer')::text, to_regclass('mark')::text");
        await subject.run('create table if not exists mark ()');
        return { kind: 'ok', found: run.kind === 'ok' ? run.results[0]?.rows[0] : run.kind };
      });
    expect(await mark()).toEqual({ kind: 'ok', found: ['by_customer', null] });
    expect(await mark()).toEqual({ kind: 'ok', found: ['by_customer', 'mark'] });
    await copy.close();
    expect(await mark()).toEqual({ kind: 'ok', found: ['by_customer', null] });
    await copy.close();
  });
});
