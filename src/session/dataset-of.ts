import type { DatasetRef } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';

/** The database that an exercise is worked on and graded on. Apart from what grading needs, which a page loads later. */
export function datasetOf(exercise: Exercise): DatasetRef {
  const { dataset, extensions } = exercise.spec;
  return { name: dataset, extensions, ...(exercise.setup ? { setup: exercise.setup } : {}) };
}
