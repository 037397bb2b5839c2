import { type CollectionEntry, getCollection } from 'astro:content';
import type { Exercise } from '../exercise/exercise.ts';
import type { Spec } from '../exercise/spec.ts';
import { modules } from './modules.ts';
import { onceInBuild } from './once.ts';
import { readExercises } from './read-exercises.ts';

/** An exercise with its task's text, as the pages show it. */
export interface ListedExercise extends Spec {
  readonly id: string;
  readonly exercise: Exercise;
  readonly entry: CollectionEntry<'exercises'>;
}

function moduleRank(id: string): number {
  const rank = modules.findIndex((module) => module.id === id);
  return rank < 0 ? modules.length : rank;
}

async function listAll(): Promise<readonly ListedExercise[]> {
  const exercises = new Map((await readExercises()).map((exercise) => [exercise.id, exercise]));
  const entries = await getCollection('exercises');
  return entries
    .flatMap((entry) => {
      const exercise = exercises.get(entry.id);
      return exercise === undefined ? [] : [{ ...exercise.spec, id: entry.id, exercise, entry }];
    })
    .sort(
      (a, b) => moduleRank(a.module) - moduleRank(b.module) || a.order - b.order || a.id.localeCompare(b.id),
    );
}

/** Every exercise, by module, then by its order. */
export const listExercises = onceInBuild(listAll);

/** The bars of a difficulty in words. */
export function difficultyLabel(difficulty: number): string {
  return `difficulty ${difficulty} of 5`;
}
