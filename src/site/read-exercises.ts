import { join } from 'node:path';
import { AstroError } from 'astro/errors';
import { findCourse } from '../authoring/course-file.ts';
import { listExerciseIds, readFolder } from '../authoring/read-folder.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { readExercise } from '../exercise/read-exercise.ts';

const { exercises: folder, course } = findCourse();

async function readOne(id: string): Promise<Exercise> {
  const read = readExercise(await readFolder(join(folder, id)), id);
  if (read.kind === 'ok') return read.exercise;
  const lines = read.errors.map(
    ({ file, line, what, fix }) => `${folder}/${id}/${file}:${line}: ${what}. Fix: ${fix}.`,
  );
  throw new AstroError(`The exercise "${id}" has mistakes.`, lines.join('\n'));
}

let reading: Promise<readonly Exercise[]> | undefined;

/** Every exercise of the project. Throws an author error that names every mistake of the first bad one. */
export function readExercises(): Promise<readonly Exercise[]> {
  if (reading !== undefined && import.meta.env.PROD) return reading;
  reading = listExerciseIds(folder).then((ids) =>
    Promise.all(ids.filter((id) => !course.leaveOut.includes(id)).map(readOne)),
  );
  return reading;
}

/**
 * What the page needs to grade with: other answers stay behind, and the solution unless rows are compared with it. It lies
 * in a file of its own for who has passed (`authors-answer.ts`).
 */
export function withoutAnswers(exercise: Exercise): Exercise {
  const solution = exercise.spec.task === 'rewrite' ? exercise.solution : '';
  return { ...exercise, solution, also: [], wrong: [] };
}
