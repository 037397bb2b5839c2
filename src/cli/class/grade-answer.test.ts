import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, EngineFault, type FaultCode } from '../../engine/engine.ts';
import { openTestEngine } from '../../engine/test-engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { observeStart, type StartState } from '../../session/start-state.ts';
import { readExerciseFolder } from '../check-exercises.ts';
import { findPlaces } from '../places.ts';
import { gradeAnswer } from './grade-answer.ts';

let engine: Engine;
let exercise: Exercise;
let start: StartState;
beforeAll(async () => {
  const places = findPlaces();
  engine = await openTestEngine();
  const read = await readExerciseFolder(places, 'dearest-first');
  if (read.kind !== 'ok') throw new Error(JSON.stringify(read.problems));
  exercise = read.exercise;
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
