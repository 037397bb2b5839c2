import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { runMutants } from './mutants.ts';
import { pairsExercise } from './pairs-exercise.ts';
import { observeReferenceOn, observeStart } from './start-state.ts';

const SETUP = `create table pairs as select g as a, g % 10 as b from generate_series(1, 200) g;
alter table pairs add primary key (a);`;

const QUERY = 'select a, 10 / b as c from pairs where b > $1 order by a limit 5';

function exerciseOf(solution: string, variants: readonly { name: string; sql: string }[]): Exercise {
  const workload = [{ id: 'query', sql: QUERY, shown: [[5]], hidden: 'select 7' }];
  const checks = [{ id: 'rows', kind: 'rows' }];
  return pairsExercise({ task: 'rewrite', workload, variants, checks }, { setup: SETUP, solution });
}

describe('mutants of a reference answer', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  afterAll(() => engine.dispose());

  async function fates(exercise: Exercise): Promise<Readonly<Record<string, string>>> {
    const start = await observeStart(engine, exercise);
    const tried = await runMutants(engine, exercise, start);
    return Object.fromEntries(
      tried.map(({ mutant, fate, on }) => [mutant.name, `${fate} ${on ?? ''}`.trim()]),
    );
  }

  test('each is told by its rows, by its failure, on a variant, by its order, or not at all', async () => {
    const variant = { name: 'from-zero', sql: 'insert into pairs values (0, 9)' };
    const found = await fates(exerciseOf(QUERY.replace('where', 'where a > 0 and'), [variant]));
    expect(found).toMatchObject({
      'nothing -> distinct': 'survives',
      '> -> >=': 'differs from-zero',
      '> -> >= (2)': 'differs shipped',
      '> -> < (2)': 'fails shipped',
      '5 -> 6': 'differs shipped',
      'order by a -> nothing': 'unordered',
    });
    expect(Object.keys(found)).not.toContain('1 -> 2');
  });

  test('where one row is the answer, or no order is asked for, none is told for its order alone', async () => {
    const one = await fates(exerciseOf(QUERY.replace('limit 5', 'limit 1'), []));
    expect(one['order by a -> nothing']).toBe('survives');
    const bare = await fates(exerciseOf('select a from pairs where b > $1 and a < 50', []));
    expect(Object.values(bare)).not.toContain('unordered');
  });

  test('none are told where variants cannot be set up, but all that is wrong with those', async () => {
    const start = await observeStart(engine, exerciseOf(QUERY, []));
    const broken = exerciseOf(QUERY, [
      { name: 'misspelt', sql: 'delete from pair' },
      { name: 'sound', sql: 'delete from pairs where a = 6' },
      { name: 'committed', sql: 'delete from pairs where a = 6; commit' },
    ]);
    const looking = runMutants(engine, broken, start, async (stage, variant) =>
      observeReferenceOn(await stage.session(), broken, start.probes, variant),
    );
    await expect(looking).rejects.toMatchObject({
      parts: [
        { part: { kind: 'variant', name: 'misspelt' }, why: 'relation "pair" does not exist' },
        {
          part: { kind: 'variant', name: 'committed' },
          why: expect.stringContaining('ends the transaction'),
        },
      ],
    });
  });

  test('a session in which one was stopped is closed: a server’s lives on otherwise', async () => {
    const exercise = exerciseOf(QUERY, []);
    const start = await observeStart(engine, exercise);
    let [opened, closed, stopped] = [0, 0, 0];
    const stopping: Engine = {
      ...engine,
      async open(ref) {
        const session = await engine.open(ref);
        opened += 1;
        return {
          ...session,
          run: async (sql, limits) => {
            if (stopped > 0 || !sql.startsWith('execute')) return session.run(sql, limits);
            stopped += 1;
            return { kind: 'timeout', afterMs: 1 };
          },
          close: async () => {
            closed += 1;
            await session.close();
          },
        };
      },
    };
    const tried = await runMutants(stopping, exercise, start);
    expect(tried.filter(({ fate }) => fate === 'stopped')).toHaveLength(1);
    expect([opened, closed]).toEqual([2, 2]);
  });
});
