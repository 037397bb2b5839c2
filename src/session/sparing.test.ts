import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine, watchRuns } from '../engine/test-engine.ts';
import { pairsExercise } from './pairs-exercise.ts';
import { observeStart } from './start-state.ts';
import { type SubmitOptions, submit } from './submit.ts';

const exercise = pairsExercise(
  {
    task: 'tune',
    allow: ['create-index', 'analyze', 'cluster'],
    workload: [{ id: 'query', sql: 'select b from pairs where a = $1', shown: [[5]] }],
    checks: [{ id: 'count', kind: 'index-count', 'at-most': 3 }],
  },
  {
    setup:
      'create table pairs as select g as a, g % 10 as b from generate_series(1, 2000) g; vacuum analyze pairs',
    solution: 'create index on pairs (a)',
  },
);

describe('an author’s answer', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  afterAll(() => engine.dispose());

  /** Grades a text, and says whether the rows of the tables were compared with those that were shipped. */
  async function grade(sql: string, options: SubmitOptions) {
    const start = await observeStart(engine, exercise);
    let compared = false;
    const watching = watchRuns(engine, (text) => {
      compared ||= text.includes('filter (where') && text.includes('from only public."pairs"');
    });
    const { passed, refusal } = await submit(watching, exercise, start, sql, options);
    return { passed, refusal, compared };
  }

  test('has its rows compared unless its statements leave every row as it is', async () => {
    const index = 'create index pairs_a on pairs (a); analyze pairs;';
    const kept = { refusal: undefined, passed: true };
    expect(await grade(index, {})).toEqual({ ...kept, compared: true });
    expect(await grade(index, { sparing: true })).toEqual({ ...kept, compared: false });
    const moved = `${index} cluster pairs using pairs_a;`;
    expect(await grade(moved, { sparing: true })).toEqual({ ...kept, compared: true });
  });

  test('reads as many pages with a new plan as a learner’s, whose plan is that of a warm run', async () => {
    const start = await observeStart(engine, exercise);
    const pages = async (options: SubmitOptions) => {
      const hash = 'create index on pairs using hash (a)';
      const { evidence } = await submit(engine, exercise, start, hash, options);
      return evidence?.submission.observations.map((seen) => seen.pages);
    };
    const warm = await pages({});
    expect(warm).not.toEqual(start.side.observations.map((seen) => seen.pages));
    expect(await pages({ sparing: true })).toEqual(warm);
  });
});
