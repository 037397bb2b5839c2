import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from './build/build-assets.ts';
import { describeEngine } from './contract.ts';
import { type Engine, EngineFault } from './engine.ts';
import { createNodeEngine } from './node-engine.ts';

let directory: string;
const seed = `create table pairs as select g as a, g % 10 as b from generate_series(1, 20000) g;
alter table pairs add primary key (a);`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'planwright-'));
  const built = await buildAssets({
    into: directory,
    datasets: [{ name: 'pairs', seedFile: '', seed }],
    say: () => {},
  });
  expect(built.kind).toBe('ok');
});
afterAll(() => rm(directory, { recursive: true }));

describeEngine({
  name: 'PGlite in worker threads',
  open: () => createNodeEngine(directory, 1),
  empty: { name: 'empty' },
  timeoutClosesSession: true,
});

describe('a snapshot', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createNodeEngine(directory);
  });
  afterAll(() => engine.dispose());
  const limits = { timeoutMs: 30_000 };

  it('opens with the rows, exact statistics and all-visible pages', async () => {
    const session = await engine.open({ name: 'pairs' });
    const run = await session.run(
      `select count(*) from pairs;
       select n_distinct from pg_stats where tablename = 'pairs' and attname = 'b';
       select relallvisible = relpages and relpages > 0 from pg_class where relname = 'pairs'`,
      limits,
    );
    if (run.kind !== 'ok') throw new Error(JSON.stringify(run));
    expect(run.results.map((result) => result.rows[0]?.[0])).toEqual(['20000', '10', 't']);
    await session.close();
  });

  it('stays as it was, whatever is done to a copy', async () => {
    const first = await engine.open({ name: 'pairs' });
    await first.run(
      'update pairs set b = 99; delete from pairs where a > 10; vacuum full pairs; checkpoint',
      limits,
    );
    await first.close();
    const second = await engine.open({ name: 'pairs' });
    const run = await second.run('select count(*), max(b) from pairs', limits);
    if (run.kind !== 'ok') throw new Error(JSON.stringify(run));
    expect(run.results[0]?.rows).toEqual([['20000', '9']]);
    await second.close();
  });

  it('builds to the same bytes of data and statistics each time', async () => {
    const again = await buildAssets({
      into: directory,
      datasets: [{ name: 'pairs', seedFile: '', seed }],
      say: () => expect.unreachable(),
    });
    expect(again.kind).toBe('ok');
  });

  it('is not there: the fault says so', async () => {
    await expect(engine.open({ name: 'nothing' })).rejects.toThrow(EngineFault);
  });

  it('reports a seed that fails with its line', async () => {
    const into = await mkdtemp(join(tmpdir(), 'planwright-'));
    const wrong = { name: 'wrong', seedFile: 'seed.sql', seed: 'create table a (b int);\n\nselect nope;' };
    const built = await buildAssets({ into, datasets: [wrong], say: () => {} });
    expect(built).toMatchObject({
      kind: 'seed-errors',
      errors: [{ file: 'seed.sql', line: 3, message: 'column "nope" does not exist' }],
    });
    await rm(into, { recursive: true });
  });
});
