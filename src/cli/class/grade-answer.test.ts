import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, EngineFault, type FaultCode } from '../../engine/engine.ts';
import { openTestEngine } from '../../engine/test-engine.ts';
import { pairsExercise } from '../../session/pairs-exercise.ts';
import { observeStart, type StartState } from '../../session/start-state.ts';
import { gradeAnswer } from './grade-answer.ts';

const solution = 'select b from pairs where a = $1';
const exercise = pairsExercise(
  {
    task: 'rewrite',
    workload: [{ id: 'query', sql: 'select max(b) as b from pairs where a = $1', shown: [[5]] }],
    checks: [{ id: 'rows', kind: 'rows' }],
  },
  { setup: 'create table pairs as select g as a, g as b from generate_series(1, 20) g', solution },
);

let engine: Engine;
let start: StartState;
beforeAll(async () => {
  engine = await openTestEngine();
  start = await observeStart(engine, exercise);
});
afterAll(() => engine.dispose());

/** An engine whose databases die so many times before one lives. */
function dying(code: FaultCode, times: number): { engine: Engine; opened: () => number } {
  let opened = 0;
  const open: Engine['open'] = async (ref) => {
    opened += 1;
    if (opened <= times) throw new EngineFault(code, 'it nests more deeply than can be followed');
    return engine.open(ref);
  };
  return { engine: { ...engine, open }, opened: () => opened };
}

it('tries again once where a database dies', async () => {
  const once = dying('crashed', 1);
  expect((await gradeAnswer(once.engine, exercise, start, exercise.solution)).outcome).toBe('passed');
  const ever = dying('crashed', Number.POSITIVE_INFINITY);
  expect(await gradeAnswer(ever.engine, exercise, start, exercise.solution)).toMatchObject({
    outcome: 'fault',
    reason: expect.stringContaining('our fault: crashed'),
  });
  expect(ever.opened()).toBe(2);
});

it('takes nesting that ends it twice for the answer’s own error', async () => {
  const { engine: deep, opened } = dying('too-deep', Number.POSITIVE_INFINITY);
  expect(await gradeAnswer(deep, exercise, start, exercise.solution)).toMatchObject({
    outcome: 'sql-error',
    reason: 'it nests more deeply than can be followed',
  });
  expect(opened()).toBe(2);
});
