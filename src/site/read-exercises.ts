import { join } from 'node:path';
import { AstroError } from 'astro/errors';
import { findCourse } from '../authoring/course-file.ts';
import { listExerciseIds, readFolder } from '../authoring/read-folder.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { readExercise } from '../exercise/read-exercise.ts';
import { onceInBuild } from './once.ts';

const { exercises: folder, course } = findCourse();

interface Read {
  readonly good: readonly Exercise[];
  /** Ids of those that have mistakes, and the mistakes. */
  readonly broken: readonly string[];
  readonly mistakes: readonly string[];
}

async function readAll(): Promise<Read> {
  const ids = (await listExerciseIds(folder)).filter((id) => !course.leaveOut.includes(id));
  const all = await Promise.all(
    ids.map(async (id) => [id, readExercise(await readFolder(join(folder, id)), id)] as const),
  );
  const mistakes = all.flatMap(([id, read]) =>
    read.kind === 'ok'
      ? []
      : read.errors.map(({ file, line, column, what, fix }) => {
          return `${folder}/${id}/${file}:${line}:${column ?? 1}: ${what}. Fix: ${fix}.`;
        }),
  );
  const good = all.flatMap(([, read]) => (read.kind === 'ok' ? [read.exercise] : []));
  return { good, broken: all.flatMap(([id, { kind }]) => (kind === 'ok' ? [] : [id])), mistakes };
}

const readOnce = onceInBuild(readAll);

/**
 * Every exercise of the project. One that has mistakes is left out while it is written: the development server tells them
 * in its page. A site is not built of it: throws an author error that names every mistake.
 */
export async function readExercises(): Promise<readonly Exercise[]> {
  const { good, broken, mistakes } = await readOnce();
  if (broken.length > 0 && !import.meta.env.DEV)
    throw new AstroError(`Exercises have mistakes: ${broken.join(', ')}.`, mistakes.join('\n'));
  return good;
}

/** The exercises that are left out because they have mistakes; of a built site there are none. */
export async function listBroken(): Promise<readonly string[]> {
  return (await readOnce()).broken;
}

/**
 * What the page needs to grade with: other answers stay behind, and the solution unless rows are compared with it. It lies
 * in a file of its own for who has passed (`authors-answer.ts`).
 */
export function withoutAnswers(exercise: Exercise): Exercise {
  const solution = exercise.spec.task === 'rewrite' ? exercise.solution : '';
  return { ...exercise, solution, also: [], wrong: [] };
}
