import { expect, test } from 'vitest';
import { openTestEngine } from '../engine/test-engine.ts';
import { pairsExercise } from './pairs-exercise.ts';
import { observeStart } from './start-state.ts';
import { submit } from './submit.ts';

const where = 'from pairs where b is not null and a <= $1';
const exercise = pairsExercise(
  {
    task: 'tune',
    allow: ['create-index'],
    workload: [
      { id: 'count', sql: `select count(*) ${where}`, shown: [[2000]] },
      { id: 'first', sql: `select a, b ${where} order by a limit 5`, shown: [[2000]] },
    ],
    checks: [{ id: 'count', kind: 'index-count', 'at-most': 3 }],
  },
  {
    setup:
      'create table pairs as select g as a, case when g % 200 = 0 then g end as b, repeat(md5(g::text), 9) as c from generate_series(1, 2000) g; vacuum analyze pairs',
    solution: 'create index on pairs (a) where b is not null',
  },
);

test('an index for some values is one change, however many queries read it', async () => {
  const engine = await openTestEngine();
  const start = await observeStart(engine, exercise);
  const sql = 'create index narrow on pairs (a) where b is not null and a <= 2000';
  const { checks } = await submit(engine, exercise, start, sql);
  await engine.dispose();
  const unchanged = checks.find(({ id }) => id === 'unchanged');
  expect(unchanged?.message).toContain('the index narrow holds only the rows with');
  expect(unchanged?.message).not.toContain('changed too');
});
