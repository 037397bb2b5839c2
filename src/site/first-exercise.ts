import { type ListedExercise, listExercises } from './exercises.ts';

export interface FirstExercise {
  readonly exercise: ListedExercise;
  /** The one that follows it. */
  readonly next: ListedExercise | undefined;
}

/** The exercise that the home page opens with; any other where it is missing. */
export async function findFirstExercise(): Promise<FirstExercise | undefined> {
  const all = await listExercises();
  const exercise = all.find(({ id }) => id === 'one-customers-orders') ?? all[0];
  return exercise && { exercise, next: all[all.indexOf(exercise) + 1] };
}
