import { needsOfChecks } from '../checks/all-checks.ts';
import type { Need } from '../checks/check.ts';
import type { Exercise } from '../exercise/exercise.ts';

export { datasetOf } from './dataset-of.ts';

/** What the exercise's checks want observed beyond plans, rows and indexes. */
export function needsOf(exercise: Exercise): readonly Need[] {
  return needsOfChecks(exercise.spec.checks);
}
