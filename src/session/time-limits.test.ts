import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import type { Report } from '../grader/report.ts';
import { pairsExercise } from './pairs-exercise.ts';
import { observeStart, type StartState } from './start-state.ts';
import { submit } from './submit.ts';

const SETUP = `create table pairs as select g as a, g % 10 as b from generate_series(1, 2000) g;
create table noted (a int); vacuum analyze`;
const workload = [{ id: 'query', sql: 'select b from pairs where a = $1', shown: [[5]] }];

const tune = pairsExercise(
  {
    task: 'tune',
    allow: ['create-index', 'create-statistics', 'analyze'],
    workload,
    checks: [
      { id: 'quick', kind: 'time', of: 'query', 'at-most-ms': 1 },
      { id: 'seeks', kind: 'access', of: 'query', table: 'pairs', via: 'index' },
    ],
  },
  { setup: SETUP, solution: 'create unique index on pairs (a)' },
);

const WRITES = `do $$ begin
  if to_regclass('pairs_a_idx') is not null then loop end loop; end if;
end $$`;
const kept = pairsExercise(
  {
    task: 'tune',
    allow: ['create-index'],
    workload,
    checks: [{ id: 'kept', kind: 'constraint', sql: 'select 1 where false', writes: WRITES }],
  },
  { setup: SETUP, solution: 'create index on pairs (b)' },
);

let engine: Engine;
let tuneStart: StartState;
beforeAll(async () => {
  engine = await openTestEngine();
  tuneStart = await observeStart(engine, tune);
});
afterAll(() => engine.dispose());

/** An engine that runs out of time at the first text with `last` in it behind one with `first`: its session is gone then. */
function stoppingAt(last: string, first: string): Engine {
  let armed = false;
  return {
    ...engine,
    async open(ref) {
      const session = await engine.open(ref);
      return {
        ...session,
        async run(sql, limits) {
          armed ||= sql.includes(first);
          if (!armed || !sql.includes(last)) return session.run(sql, limits);
          await session.close();
          return { kind: 'timeout', afterMs: limits.timeoutMs };
        },
      };
    },
  };
}

const said = ({ refusal }: Report) => (refusal?.kind === 'timeout' ? refusal.message : refusal);

describe('a time limit that passes while a submission is looked at', () => {
  const unique = 'create unique index on pairs (a)';
  const partial = 'create index on pairs (a) where a < 1000';
  test.each([
    ['planwright_timer', '', unique, 'Measuring the time of “query” was stopped after 60 s.'],
    ['reindex', '', unique, 'Building the unique index pairs_a_idx once more was stopped after 60 s.'],
    [
      'analyze public.',
      '',
      `${unique}; create statistics on a, b from pairs; analyze pairs`,
      'Collecting the statistics once more was stopped after 60 s.',
    ],
    ['from only', 'indpred', partial, 'Counting the entries of pairs_a_idx was stopped after 30 s.'],
    ['planwright_any_value', '', partial, 'Planning “query” for any value was stopped after 30 s.'],
    [
      'planwright_idle',
      '',
      'create index on pairs (b)',
      'Planning “query” without a part of what you created was stopped after 30 s.',
    ],
    ['drop index', '', unique, 'Taking away what you created was stopped after 60 s.'],
    ['execute', 'drop index', unique, 'Without what you created, the query “query” was stopped after 60 s.'],
  ])('is told, and is no fault of the engine: at %s', async (last, first, sql, message) => {
    const start = { ...tuneStart, patience: 1 };
    const report = await submit(stoppingAt(last, first || last), tune, start, sql);
    expect(report.passed).toBe(false);
    expect(said(report)).toBe(message);
  });

  test('comes later on a machine that is slow, and the sentence says when', async () => {
    const start = { ...tuneStart, patience: 3 };
    const looked = await submit(stoppingAt('reindex', 'reindex'), tune, start, unique);
    expect(said(looked)).toBe('Building the unique index pairs_a_idx once more was stopped after 180 s.');
    const applied = await submit(stoppingAt('create unique', 'create unique'), tune, start, unique);
    expect(said(applied)).toBe('Your statements were still running after 60 s and were stopped.');
  });
});

describe('given writes', () => {
  test('that do not end with what was created are told as such, and others have their verdict', async () => {
    const start = await observeStart(engine, kept);
    const endless = await submit(engine, kept, start, 'create index on pairs (a)', { observeTimeoutMs: 700 });
    expect(said(endless)).toMatch(
      /^With what you created, the writes that “kept” gives were stopped after [\d.]+ s\.$/,
    );
    const report = await submit(engine, kept, start, kept.solution);
    expect(report.checks[0]).toMatchObject({ id: 'kept', state: 'passed' });
  });
});
