import type { Exercise } from '../exercise/exercise.ts';
import { type Spec, specSchema } from '../exercise/spec.ts';

/** What the tests of this room have in common: an exercise on one small table, which they say the rest of. */
export function pairsExercise(
  spec: Pick<Spec, 'task'> & Record<string, unknown>,
  texts: Pick<Exercise, 'setup' | 'solution'>,
): Exercise {
  const whole = specSchema.parse({
    format: 1,
    title: 'Pairs',
    summary: 'A query on a table of pairs.',
    module: 'queries',
    order: 1,
    difficulty: 1,
    minutes: 1,
    concepts: ['pairs'],
    dataset: 'empty',
    ...spec,
  });
  return { id: 'pairs', spec: whole, start: '', also: [], wrong: [], ...texts };
}
