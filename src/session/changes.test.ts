import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Session } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { read } from './ask.ts';
import { diffCatalogs, findForbiddenChanges, readCatalog } from './catalog.ts';
import { readTransaction } from './row-age.ts';
import { countRows, findChangedRows } from './table-rows.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

async function onShop<T>(look: (session: Session) => Promise<T>): Promise<T> {
  const session = await engine.open({ name: 'shop' });
  try {
    return await look(session);
  } finally {
    await session.close();
  }
}

/** What an exercise that allows these kinds would say was changed by the statements, after `before` made its start. */
function changedBy(allow: readonly string[], statements: readonly string[], before: readonly string[] = []) {
  return onShop(async (session) => {
    for (const statement of before) await read(session, statement);
    const since = await readTransaction(session);
    const start = await readCatalog(session, since);
    for (const statement of statements) await read(session, statement);
    const diff = diffCatalogs(start, await readCatalog(session, since));
    return findForbiddenChanges(diff, allow).map(({ message }) => message);
  });
}

const INVALID = [
  'create index by_name on products (name)',
  `update pg_index set indisvalid = false where indexrelid = 'by_name'::regclass`,
];
const FORGED = `update pg_index set indisvalid = true where indexrelid = 'by_name'::regclass`;

describe('an invalid index', () => {
  it('may be made valid by REINDEX, in place or concurrently', async () => {
    expect(await changedBy(['reindex'], ['reindex index by_name'], INVALID)).toEqual([]);
    expect(await changedBy(['reindex'], ['reindex table concurrently products'], INVALID)).toEqual([]);
  });

  it('may not be called valid by hand, nor rebuilt where REINDEX is not allowed', async () => {
    const changed = ['the build of index by_name was changed'];
    expect(await changedBy(['reindex'], [FORGED], INVALID)).toEqual(changed);
    expect(await changedBy(['analyze'], ['reindex index by_name'], INVALID)).toEqual(changed);
  });

  it('may be dropped and made anew under its name where both are allowed', async () => {
    const again = ['drop index by_name', 'create index by_name on products (name, id)'];
    expect(await changedBy(['create-index', 'drop-index'], again, INVALID)).toEqual([]);
    expect(await changedBy(['create-index'], again, INVALID)).not.toEqual([]);
    expect(await changedBy(['create-index', 'drop-index'], [FORGED], INVALID)).not.toEqual([]);
  });
});

describe('what only the catalog shows', () => {
  const indexed = ['create-index', 'analyze', 'create-statistics'];
  const by = (statement: string) =>
    changedBy(indexed, ['create index by_name on products (lower(name), id)', statement]);

  it('an index is as it was created, and is written to', async () => {
    expect(await by('analyze products')).toEqual([]);
    expect(await by('alter index by_name alter column 1 set statistics 5')).toHaveLength(1);
    const unwritten = `update pg_index set indisready = false where indexrelid = 'by_name'::regclass`;
    expect(await by(unwritten)).toEqual(['the index without writes by_name was added']);
  });

  it('an operator class may have parameters', async () => {
    const ranges =
      'create index on orders using brin (created_at timestamptz_minmax_multi_ops (values_per_range = 16))';
    expect(await changedBy(indexed, [ranges])).toEqual([]);
  });

  it('a statistics object has the target of all others', async () => {
    const made = 'create statistics priced on category_id, price from products';
    expect(await changedBy(indexed, [made])).toEqual([]);
    expect(await changedBy(indexed, [made, 'alter statistics priced set statistics 7'])).toHaveLength(1);
  });

  it('nothing is added to the schema of the system, and no trigger is forgotten', async () => {
    const beside = ['set allow_system_table_mods = on', 'create table pg_catalog.orders (id integer)'];
    expect(await changedBy(indexed, [...beside, 'reset allow_system_table_mods'])).toContain(
      'the relation pg_catalog.orders was added',
    );
    const forgotten = `update pg_class set relhastriggers = false where oid = 'orders'::regclass`;
    expect(await changedBy(indexed, [forgotten])).toEqual(['the relation orders was changed']);
  });
});

describe('rows', () => {
  /** The number of the same transaction in a server that has gone round once. */
  const aRoundLater = (transaction: string) => (BigInt(transaction) + 2n ** 32n).toString();

  it('are told apart by their age after 4 billion transactions as before', async () => {
    await onShop(async (session) => {
      const since = await readTransaction(session);
      const before = await countRows(session, ['products']);
      expect(await findChangedRows(session, before, aRoundLater(since))).toEqual([]);
      await read(session, 'update products set name = name where id = 1');
      for (const number of [since, aRoundLater(since)]) {
        const [change] = await findChangedRows(session, before, number);
        expect(change?.message).toBe('the rows of products were changed: 1 of its row versions are new');
      }
    });
  });

  it('are told apart by their age when they were frozen or written anew since', async () => {
    for (const statement of [
      'vacuum (freeze) products',
      'vacuum full products',
      'cluster products using products_pkey',
    ]) {
      await onShop(async (session) => {
        const since = await readTransaction(session);
        const before = await countRows(session, ['products']);
        await read(session, statement);
        expect(await findChangedRows(session, before, since)).toEqual([]);
        await read(session, 'update products set name = name || name where id = 1');
        await read(session, statement);
        expect(await findChangedRows(session, before, since)).toMatchObject([{ object: 'products' }]);
      });
    }
  });
});
