import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { runWatched } from './watch-locks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

const SETUP = 'create table orders as select g as id, g % 7 as kind from generate_series(1, 5000) g';

/** Runs a text on a database of its own and gives, of each statement, its lock on `orders`. */
async function watched(sql: string, timeoutMs = 20_000) {
  const session = await engine.open({ name: 'empty', setup: SETUP });
  try {
    const parsed = await session.parse(sql);
    if (parsed.kind !== 'ok') throw new Error(parsed.error.message);
    const run = await runWatched(session, parsed.statements, ['orders'], { timeoutMs, patience: 1 });
    if (run.kind !== 'ok') return run;
    const after = await session.run("select count(*) from pg_indexes where tablename = 'orders'", {
      timeoutMs: 5000,
    });
    return { ...run, indexes: after.kind === 'ok' ? after.results[0]?.rows[0]?.[0] : undefined };
  } finally {
    await session.close();
  }
}

it('sees the lock of each statement, and what it did stays', async () => {
  const run = await watched(`create index a on orders (id);
    create index concurrently b on orders (kind);
    drop index a; drop index concurrently b; create index c on orders (id)`);
  expect(run).toMatchObject({ kind: 'ok', indexes: '1' });
  expect(run.kind === 'ok' && run.locks.map(({ mode, from }) => `${mode}, ${from}`)).toEqual([
    'share, seen',
    'share update exclusive, manual',
    'access exclusive, seen',
    'share update exclusive, manual',
    'share, seen',
  ]);
});

it('tells a table that was written anew from one that was only changed', async () => {
  const run = await watched(`alter table orders add column note text;
    alter table orders alter column id type bigint;
    vacuum full orders`);
  expect(run.kind === 'ok' && run.locks.map(({ mode, rewritten }) => `${mode}, ${rewritten}`)).toEqual([
    'access exclusive, false',
    'access exclusive, true',
    'access exclusive, true',
  ]);
});

it('gives the place of a mistake in the whole text, and what ran before it', async () => {
  const text = 'create index a on orders (id);\nupdate orders set kind = kinds';
  const run = await watched(text);
  expect(run).toMatchObject({
    kind: 'sql-error',
    at: 1,
    error: { sqlstate: '42703', position: text.indexOf('kinds') },
  });
});

it('ends with the time that all statements have together', async () => {
  expect(await watched('create index a on orders (id); select pg_sleep(1000)', 2000)).toEqual({
    kind: 'timeout',
    afterMs: 2000,
  });
});
