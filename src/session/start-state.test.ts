import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { pairsExercise } from './pairs-exercise.ts';
import { observeStart } from './start-state.ts';
import { submit } from './submit.ts';

const exerciseWith = (setup: string) =>
  pairsExercise(
    {
      task: 'tune',
      allow: ['create-index'],
      workload: [{ id: 'query', sql: 'select b from pairs where a = $1', shown: [[5]] }],
      checks: [{ id: 'rows', kind: 'rows' }],
    },
    { setup, solution: 'create index on pairs (a)' },
  );

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

/** How the rows are judged in a thread that goes back to its beginning, as the check of a course has them. */
async function rowsAfter(setup: string): Promise<string | undefined> {
  const exercise = exerciseWith(setup);
  const start = await observeStart(engine, exercise);
  const { checks } = await submit(engine, exercise, start, exercise.solution);
  return checks.find(({ kind }) => kind === 'rows')?.state;
}

test('a setup in which chance has a part gives answers other rows than the start has', async () => {
  const table = (b: string) =>
    `create table pairs (a int, b text default ${b}); insert into pairs (a) select generate_series(1, 20)`;
  expect(await rowsAfter(table('md5(random()::text)'))).toBe('failed');
  expect(await rowsAfter(table(`md5('always')`))).toBe('passed');
});

test('queries of an exercise may end in a comment, with a semicolon before it or without one', async () => {
  const whole = 'select b from pairs where a = $1';
  const rewriteWith = (sql: string, solution: string) =>
    pairsExercise(
      {
        task: 'rewrite',
        workload: [{ id: 'query', sql, shown: [[5]] }],
        checks: [{ id: 'rows', kind: 'rows' }],
      },
      { setup: 'create table pairs as select g as a, g as b from generate_series(1, 20) g', solution },
    );
  const passes = async (sql: string, solution: string) => {
    const exercise = rewriteWith(sql, solution);
    return (await submit(engine, exercise, await observeStart(engine, exercise), solution)).passed;
  };
  expect(await passes(`${whole} -- by its key`, whole)).toBe(true);
  expect(await passes(whole, `${whole} -- by its key`)).toBe(true);
  expect(await passes(`${whole};\n-- limit 10`, `${whole}; -- limit 10`)).toBe(true);
});

test('an error in a rewrite is told at its place in the text that was written', async () => {
  const query = 'select b from pairs where a = $1';
  const spec = {
    task: 'rewrite' as const,
    workload: [{ id: 'query', sql: query, shown: [[5]] }],
    checks: [{ id: 'rows', kind: 'rows' as const }],
  };
  const setup = 'create table pairs as select g as a, g as b from generate_series(1, 20) g';
  const wrong = '-- Größe\n select b\nfrom pairs\nwhere nope = $1;\n';
  const exercise = pairsExercise(spec, { setup, solution: query });
  const { refusal } = await submit(engine, exercise, await observeStart(engine, exercise), wrong);
  expect(refusal).toMatchObject({ statement: 0, error: { position: wrong.indexOf('nope') } });
  const broken = observeStart(engine, pairsExercise(spec, { setup, solution: wrong }));
  await expect(broken).rejects.toMatchObject({
    parts: [{ part: { kind: 'solution' }, position: wrong.indexOf('nope') }],
  });
});

test('rows beyond those that are read are never taken for the right ones', async () => {
  const query = (last: string) =>
    `select ${last} as n from pairs, generate_series(1, 150000) g where a = $1 order by g`;
  const exercise = pairsExercise(
    {
      task: 'rewrite',
      workload: [{ id: 'query', sql: query('g'), shown: [[5]] }],
      checks: [{ id: 'rows', kind: 'rows' }],
    },
    {
      setup: 'create table pairs as select g as a, g as b from generate_series(1, 20) g',
      solution: query('g'),
    },
  );
  const start = await observeStart(engine, exercise);
  const wrong = await submit(engine, exercise, start, query('least(g, 120000)'));
  expect(wrong.passed).toBe(false);
  expect(wrong.checks[0]).toMatchObject({
    state: 'not-run',
    message: expect.stringContaining('150,000 rows'),
  });
  const early = await submit(engine, exercise, start, query('least(g, 1000)'));
  expect(early.checks[0]).toMatchObject({ state: 'failed' });
});

test('a byte order mark at the beginning of a value is a part of it', async () => {
  const query = (status: string) => `select ${status} as status from pairs where a = $1`;
  const exercise = pairsExercise(
    {
      task: 'rewrite',
      workload: [{ id: 'query', sql: query("'paid'"), shown: [[5]] }],
      checks: [{ id: 'rows', kind: 'rows' }],
    },
    {
      setup: 'create table pairs as select g as a, g as b from generate_series(1, 20) g',
      solution: query("'paid'"),
    },
  );
  const start = await observeStart(engine, exercise);
  const marked = await submit(engine, exercise, start, query("U&'\\FEFF' || 'paid'"));
  expect(marked.checks[0]).toMatchObject({ state: 'failed' });
});

test('a materialized view is indexed like a table', async () => {
  const setup = `create table pairs as select g % 500 as a, g as b from generate_series(1, 20000) g;
    create materialized view kept as table pairs; analyze kept`;
  const exercise = pairsExercise(
    {
      task: 'design',
      allow: ['create-index'],
      workload: [{ id: 'query', sql: 'select b from kept where a = $1', shown: [[5]] }],
      checks: [
        { id: 'seeks', kind: 'access', of: 'query', table: 'kept', via: 'index' },
        {
          id: 'fresh',
          kind: 'constraint',
          writes: 'update pairs set a = 7 where b = 1; refresh materialized view concurrently kept',
          sql: 'table pairs except table kept',
        },
      ],
    },
    { setup, solution: 'create unique index on kept (a, b)' },
  );
  const start = await observeStart(engine, exercise);
  const failing = async (sql: string) => {
    const { refusal, checks } = await submit(engine, exercise, start, sql);
    return refusal ?? checks.filter(({ state }) => state !== 'passed').map(({ id }) => id);
  };
  expect(await failing('create unique index on kept (a, b)')).toEqual([]);
  expect(await failing('create index on kept (a, b)')).toEqual(['fresh']);
});

test('writes that end in an error without words have failed all the same', async () => {
  const exercise = pairsExercise(
    {
      task: 'design',
      allow: ['create-index'],
      workload: [{ id: 'query', sql: 'select b from pairs where a = $1', shown: [[5]] }],
      checks: [
        {
          id: 'kept',
          kind: 'constraint',
          writes: "do $$ begin raise exception using message = ''; end $$",
          sql: 'select 1 where false',
        },
      ],
    },
    {
      setup: 'create table pairs as select g as a, g as b from generate_series(1, 2000) g',
      solution: 'create index on pairs (a)',
    },
  );
  const start = await observeStart(engine, exercise);
  const { checks } = await submit(engine, exercise, start, 'create index on pairs (a)');
  expect(checks.find(({ id }) => id === 'kept')).toMatchObject({ state: 'failed', figure: 'P0001' });
});

test('a partition of a partition counts as one of the table above it, and what only holds others is none', async () => {
  const setup = `create table pairs (a int, b int) partition by range (a);
create table low partition of pairs for values from (0) to (10) partition by list (b);
create table low_odd partition of low for values in (1);
create table high partition of pairs for values from (10) to (20);
insert into pairs select g % 20, 1 from generate_series(0, 99) g`;
  const { partitions } = await observeStart(engine, exerciseWith(setup));
  expect(partitions).toEqual({ low: ['low_odd'], pairs: ['high', 'low_odd'] });
});
