import { needsOfChecks } from '../checks/all-checks.ts';
import type { Need } from '../checks/check.ts';
import type { DatasetRef } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';

/** The database that an exercise is worked on and graded on. */
export function datasetOf(exercise: Exercise): DatasetRef {
  const { dataset, extensions } = exercise.spec;
  return { name: dataset, extensions, ...(exercise.setup ? { setup: exercise.setup } : {}) };
}

/** What the exercise's checks want observed beyond plans, rows and indexes. */
export function needsOf(exercise: Exercise): readonly Need[] {
  return needsOfChecks(exercise.spec.checks);
}
