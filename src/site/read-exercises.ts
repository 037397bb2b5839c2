import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AstroError } from 'astro/errors';
import { findCourse } from '../authoring/course-file.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { readExercise } from '../exercise/read-exercise.ts';

const { exercises: folder, course } = findCourse();

async function readFiles(path: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const pairs = files.map(async (entry) => {
    const file = join(entry.parentPath, entry.name);
    return [file.slice(path.length + 1).replaceAll('\\', '/'), await readFile(file, 'utf8')] as const;
  });
  return new Map(await Promise.all(pairs));
}

async function readOne(id: string): Promise<Exercise> {
  const read = readExercise(await readFiles(join(folder, id)), id);
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
  reading = readdir(folder, { withFileTypes: true }).then((entries) => {
    const ids = entries
      .filter((entry) => entry.isDirectory() && !/^[_.]/.test(entry.name))
      .filter(({ name }) => !course.leaveOut.includes(name));
    return Promise.all(ids.map(({ name }) => readOne(name)));
  });
  return reading;
}

/** What the page needs to grade with: other answers stay behind, and the solution unless rows are compared with it. */
export function withoutAnswers(exercise: Exercise): Exercise {
  const solution = exercise.spec.task === 'rewrite' ? exercise.solution : '';
  return { ...exercise, solution, also: [], wrong: [] };
}
