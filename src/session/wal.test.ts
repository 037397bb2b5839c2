import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { pairsExercise } from './pairs-exercise.ts';
import { observeStart } from './start-state.ts';
import { submit } from './submit.ts';
import { measureWal } from './wal.ts';

/** 20,000 rows, whose times lie so far apart that none could be moved past the largest. */
const EVENTS = `
create table events (id int primary key, epoch int not null, note text);
insert into events select g, (-2000000000 + g * 200000::bigint)::int, repeat('x', 20) from generate_series(1, 20000) g;
vacuum analyze events`;

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

async function walOf(more: string): Promise<number> {
  const session = await engine.open({ name: 'empty', setup: EVENTS });
  try {
    const run = await session.run(more, { timeoutMs: 30_000 });
    if (run.kind !== 'ok') throw new Error(JSON.stringify(run));
    const { bytesPerRow } = await measureWal(session, 'events');
    const left = await session.run('select count(*) from events', { timeoutMs: 30_000 });
    expect(left).toMatchObject({ kind: 'ok', results: [{ rows: [['20000']] }] });
    return bytesPerRow;
  } finally {
    await session.close();
  }
}

describe('the log of an inserted row', () => {
  test.each([
    ['a unique index whose values cannot be moved on', 'create unique index on events (epoch)', 1],
    [
      'an index on an expression that has no room for larger values',
      'create index on events ((id * 100000))',
      1,
    ],
    ['an exclusion constraint', 'alter table events add exclude using btree (epoch with =)', 1],
    ['a rule that the rows keep, and larger ones would not', 'alter table events add check (id <= 20000)', 0],
    ['a rule that no row was asked to keep', 'alter table events add check (epoch < 0) not valid', 0],
    [
      'NOT NULL that no row was asked to keep',
      `alter table events alter epoch drop not null; update events set epoch = null; vacuum full events; alter table events add constraint c not null epoch not valid`,
      0,
    ],
    [
      'a partition',
      'create table copy (like events including all) partition by range (id); alter table events add check (id < 30000); alter table copy attach partition events for values from (0) to (30000)',
      0,
    ],
  ])('is measured beside %s', async (_, sql, indexes) => {
    const [plain, one] = [await walOf(''), await walOf('create index on events (epoch)')];
    const expected = indexes === 0 ? plain : one;
    const measured = await walOf(sql);
    expect(Math.abs(measured / expected - 1)).toBeLessThan(0.06);
  });

  const measured = (setup: string) =>
    pairsExercise(
      {
        task: 'tune',
        allow: ['create-index'],
        workload: [{ id: 'query', sql: 'select id from events where epoch = $1', shown: [[0]] }],
        checks: [
          { id: 'seeks', kind: 'access', of: 'query', table: 'events', via: 'index' },
          { id: 'writes', kind: 'wal-per-row', table: 'events', 'at-most': '+60%' },
        ],
      },
      { setup, solution: 'create unique index on events (epoch)' },
    );

  test('keeps no right answer from passing', async () => {
    const exercise = measured(EVENTS);
    const report = await submit(engine, exercise, await observeStart(engine, exercise), exercise.solution);
    expect(report.checks.filter(({ state }) => state !== 'passed')).toEqual([]);
    expect(report.refusal).toBeUndefined();
  });

  const NO_ROWS = `create function forbid() returns trigger language plpgsql as $$ begin raise 'no rows'; end $$;
create trigger forbids before insert on events for each row execute function forbid();
alter table events enable always trigger forbids`;
  const told =
    'Copies of rows cannot be inserted into events, so the log of an insert cannot be measured: no rows';

  test('is no fault of the engine where rows cannot even be put back', async () => {
    await expect(walOf(NO_ROWS)).rejects.toMatchObject({
      refusal: { kind: 'sql-error', error: { sqlstate: 'P0001', message: told } },
    });
  });

  test('is the author’s mistake where the exercise begins so', async () => {
    await expect(observeStart(engine, measured(`${EVENTS}; ${NO_ROWS}`))).rejects.toMatchObject({
      parts: [{ part: { kind: 'inserts', table: 'events' }, why: told }],
    });
  });
});
