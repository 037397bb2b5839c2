import { checkFrontMatter } from '../course/check-front-matter.ts';
import type { LessonSource } from '../course/lesson-source.ts';
import { readLesson } from '../course/read-lesson.ts';
import { checkExerciseOrders, checkExerciseSql, checkNames } from '../exercise/check-names.ts';
import { checkTodo } from '../exercise/check-todo.ts';
import type { AuthorError } from '../exercise/exercise.ts';
import type { DatasetRead } from '../exercise/read-dataset.ts';
import type { FrontRead } from '../exercise/read-exercise.ts';
import type { CourseFiles, LessonFile } from './check-course-files.ts';
import { checkExtensions, checkImages, checkLessonPlace } from './check-file-places.ts';
import { checkImports } from './check-imports.ts';
import { rememberByText } from './check-memo.ts';
import type { Problem } from './problems.ts';
import { type DatasetFiles, type ExerciseFiles, GUIDE, lessonRead, textOf } from './read-course-files.ts';

/** Files that an author writes; a dump or a CSV may hold the word. */
const TODO_FILE = /^(dataset\.yaml|seed\.sql)$/;

const exerciseSql = rememberByText<readonly AuthorError[]>();

/** Takes up what was found about a lesson, an exercise, a dataset or the course; `below` is the folder of the files. */
export type Add = (about: string, found: readonly AuthorError[], below?: string) => void;

function frontOf({ read }: ExerciseFiles): FrontRead | undefined {
  return read.front;
}

export function collectDatasets(
  files: CourseFiles,
  datasets: ReadonlyMap<string, DatasetFiles>,
  add: Add,
): void {
  for (const [name, { errors, files: inside }] of datasets) {
    const todo = [...inside].flatMap(([file, text]) => (TODO_FILE.test(file) ? checkTodo(file, text) : []));
    add(`_datasets/${name}`, [...errors, ...todo], `${files.folders.exercises}/_datasets/${name}`);
  }
}

/** Their SQL is parsed where it is asked for: that is most of the work, and bears on nothing else. */
export function collectExercises(
  files: CourseFiles,
  exercises: readonly ExerciseFiles[],
  datasets: ReadonlyMap<string, DatasetRead>,
  add: Add,
  isAskedFor: (id: string) => boolean,
): void {
  const at = (id: string) => `${files.folders.exercises}/${id}`;
  const tables = new Map([...datasets].map(([name, { spec, tables }]) => [name, spec && tables] as const));
  const known = { ...files.names, datasets: tables };
  for (const exercise of exercises) {
    const { id, read, files: inside } = exercise;
    const front = frontOf(exercise);
    add(id, read.kind === 'errors' ? read.errors : [], at(id));
    if (front) add(id, checkNames(front, known, inside.get('setup.sql') ?? ''), at(id));
    if (isAskedFor(id))
      add(
        id,
        exerciseSql(id, textOf(inside), () => checkExerciseSql(inside, front)),
        at(id),
      );
    for (const [file, text] of inside) add(id, checkTodo(file, text), at(id));
  }
  const fronts = exercises.flatMap((exercise) => {
    const front = frontOf(exercise);
    return front ? [[exercise.id, front] as const] : [];
  });
  for (const { id, ...error } of checkExerciseOrders(fronts)) add(id, [error], at(id));
}

/** Files that a text needs to be built. */
function checkWhatItNeeds(source: LessonSource, files: CourseFiles): readonly Problem[] {
  return [...checkImages(source, files), ...checkImports(source, files)];
}

/** The tasks' texts as lessons are read. What is wrong with a front matter is told with the exercise's own mistakes. */
export function collectTasks(
  files: CourseFiles,
  exercises: readonly ExerciseFiles[],
  add: Add,
): readonly LessonSource[] {
  return exercises.flatMap((exercise) => {
    const { id, files: inside } = exercise;
    const text = inside.get('exercise.mdx');
    if (text === undefined || !frontOf(exercise)) return [];
    const file = `${files.folders.exercises}/${id}/exercise.mdx`;
    const task = lessonRead(file, text, () => readLesson(file, `exercises/${id}`, text));
    add(id, task.errors);
    if (task.kind === 'ok') add(id, checkWhatItNeeds(task.lesson, files));
    return task.kind === 'ok' ? [task.lesson] : [];
  });
}

export function collectLessons(
  files: CourseFiles,
  lessons: readonly LessonFile[],
  add: Add,
): readonly LessonSource[] {
  return lessons.flatMap((lesson) => {
    const { id, file, text, read } = lesson;
    add(id, [...read.errors, ...(id === GUIDE ? [] : checkLessonPlace(lesson, files))]);
    if (read.kind === 'ok') add(id, checkWhatItNeeds(read.lesson, files));
    add(id, [...checkExtensions(lesson, files.names.extensions), ...checkTodo(file, text)]);
    if (read.kind !== 'ok') return [];
    add(id, checkFrontMatter(read.lesson));
    return [read.lesson];
  });
}
