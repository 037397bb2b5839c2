import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, EngineFault } from '../../engine/engine.ts';
import { BrokenExercise } from '../../session/broken-exercise.ts';
import { findPlaces, type Places } from '../places.ts';
import { gradeAll } from './grade-all.ts';
import { openStateFile } from './state-file.ts';
import { answerKey } from './verdict.ts';

let folder: string;
let places: Places;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planwright-grade-all-'));
  places = { ...findPlaces(), exercises: folder };
  const from = join(findPlaces().exercises, 'begins-with');
  for (const id of ['good', 'broken']) await cp(from, join(folder, id), { recursive: true });
  await writeFile(join(folder, 'broken', 'exercise.mdx'), '---\ntitel: A\n---\n');
});
afterAll(() => rm(folder, { recursive: true }));

const NO_ENGINE = { version: 'none', prepare: () => {}, dispose: async () => {} };

/** The outcome of one answer where every database that is opened fails of this. */
async function outcome(exercise: string, thrown: Error) {
  const engine: Engine = { ...NO_ENGINE, open: () => Promise.reject(thrown) };
  const state = await openStateFile(join(folder, 'graded.jsonl'));
  const progress = () => ({ step: () => {}, end: () => {} });
  const answer = { exercise, sql: 'select 1', key: answerKey(exercise, 'select 1') };
  const submissions = [{ file: 'a.json', learner: 'A', answers: [answer] }];
  const { verdicts } = await gradeAll({ engine, places, lanes: 1, state, progress }, submissions);
  return verdicts.get(answer.key);
}

const DIED = new EngineFault('crashed', 'it died');

it('an answer to an exercise that has mistakes itself is no fault of ours', async () => {
  expect(await outcome('broken', DIED)).toMatchObject({
    outcome: 'broken-exercise',
    reason: 'The exercise itself has mistakes: npm run check -- broken',
  });
  const broken = new BrokenExercise([{ part: { kind: 'sql', query: 'q' }, why: 'there is no such column' }]);
  expect((await outcome('good', broken))?.outcome).toBe('broken-exercise');
  expect((await outcome('good', DIED))?.outcome).toBe('fault');
});
