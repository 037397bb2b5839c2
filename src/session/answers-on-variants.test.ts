import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine, watchRuns } from '../engine/test-engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Report } from '../grader/report.ts';
import { loadParser } from '../sql/parse.ts';
import { answersOnVariants, shippedOnly } from './answers-on-variants.ts';
import { runMutants } from './mutants.ts';
import { pairsExercise } from './pairs-exercise.ts';
import { observeReferenceOn, observeStart } from './start-state.ts';
import { submit } from './submit.ts';

const SETUP = `create table pairs as select g as a, g % 10 as b from generate_series(1, 200) g;
alter table pairs add primary key (a);`;
const QUERY = 'select a, b from pairs where b > $1 order by a limit 5';

const exercise = pairsExercise(
  {
    task: 'rewrite',
    workload: [{ id: 'query', sql: QUERY, shown: [[5]], hidden: 'select 7' }],
    variants: [
      { name: 'some-null', sql: 'update pairs set b = null where a = 6' },
      { name: 'zero', sql: 'update pairs set b = 0 where a = 7' },
    ],
    checks: [{ id: 'rows', kind: 'rows' }],
  },
  { setup: SETUP, solution: QUERY },
);

const ANSWERS = {
  right: '-- The same.\nselect a, b from pairs where $1 < b order by a limit 5;',
  onShipped: 'select a, b from pairs where b >= $1 order by a limit 5',
  onNull: 'select a, b from pairs where (b > $1) is not false order by a limit 5',
  dividing: 'select a, b from pairs where b > $1 or 10 / (a % 10 - b - 7) > 0 order by a limit 5',
  refused: 'delete from pairs',
};

describe('answers to a rewrite, on every variant together', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openTestEngine();
    await loadParser();
  });
  afterAll(() => engine.dispose());

  test('are judged as each would be by itself, and the variants are set up once', async () => {
    const start = await observeStart(engine, exercise);
    const part = shippedOnly(exercise, start);
    const looked: { exercise: Exercise; sql: string; report: Report }[] = [];
    for (const sql of Object.values(ANSWERS))
      looked.push({ exercise, sql, report: await submit(engine, part.exercise, part.start, sql) });
    let updates = 0;
    const counting = watchRuns(engine, (sql) => {
      if (sql.includes('update pairs')) updates += 1;
    });
    const rest = answersOnVariants(part.start.probes, looked);
    const reference = [...part.start.reference];
    await runMutants(counting, exercise, part.start, async (stage, variant) => {
      const seen = await observeReferenceOn(await stage.session(), exercise, start.probes, variant);
      reference.push(...seen);
      await rest.visit(stage, variant);
      return seen;
    });
    expect(reference).toEqual(start.reference);
    expect(updates).toBe(2);
    const seen = (report: Report) => ({
      passed: report.passed,
      refusal: report.refusal,
      checks: report.checks,
      rows: report.evidence?.submission.observations.map(({ variant, params, rows }) => [
        variant,
        params,
        rows,
      ]),
    });
    for (const { sql, report } of looked)
      expect(seen(rest.settle(report, reference)), sql).toEqual(
        seen(await submit(engine, exercise, start, sql)),
      );
    const states = looked
      .map(({ report }) => rest.settle(report, reference))
      .map((one) => one.refusal?.kind ?? one.passed);
    expect(states).toEqual([true, false, false, 'sql-error', 'gate']);
    expect(looked.map(({ report }) => report.passed)).toEqual([true, false, true, true, false]);
  });
});
