import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { pairsExercise } from './pairs-exercise.ts';
import { observeStart, type StartState } from './start-state.ts';
import { submit } from './submit.ts';

const SLOW = 'select b from pairs where a::text = $1::text';
const exercise = pairsExercise(
  {
    task: 'rewrite',
    workload: [{ id: 'query', sql: SLOW, shown: [[5]] }],
    checks: [{ id: 'quick', kind: 'time', of: 'query', 'times-faster': 5 }],
  },
  {
    setup:
      'create table pairs as select g as a, g % 10 as b from generate_series(1, 9000) g; create unique index on pairs (a); vacuum analyze',
    solution: 'select b from pairs where a = $1::int',
  },
);

let engine: Engine;
let start: StartState;
beforeAll(async () => {
  engine = await openTestEngine();
  start = await observeStart(engine, exercise);
});
afterAll(() => engine.dispose());

/** An engine on a machine that something else slows down: by how much, when so many batches have been timed. */
function busyEngine(factor: (batches: number) => number): Engine {
  let batches = 0;
  return {
    ...engine,
    async open(ref) {
      const session = await engine.open(ref);
      return {
        ...session,
        async run(sql, limits) {
          const run = await session.run(sql, limits);
          if (run.kind !== 'ok' || !sql.startsWith('execute planwright_timer')) return run;
          const slower = factor(batches);
          batches += 1;
          return { ...run, results: run.results.map((result) => ({ ...result, ms: result.ms * slower })) };
        },
      };
    },
  };
}

describe('the time of a rewrite', () => {
  const stateOf = async (sql: string, factor: (batches: number) => number) =>
    (await submit(busyEngine(factor), exercise, start, sql)).checks[0]?.state;

  test('is not held against it where the machine becomes busy meanwhile', async () => {
    expect(await stateOf(exercise.solution, (batches) => (batches < 6 ? 1 : 200))).toBe('passed');
  });

  test('is not good because the machine was busy before', async () => {
    expect(await stateOf(`${SLOW} and true`, (batches) => (batches < 6 ? 200 : 1))).not.toBe('passed');
  });
});
