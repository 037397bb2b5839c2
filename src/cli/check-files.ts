import { checkCourse } from '../course/check-course.ts';
import { checkFrontMatter } from '../course/check-front-matter.ts';
import type { LessonSource } from '../course/lesson-source.ts';
import { type LessonRead, readLesson } from '../course/read-lesson.ts';
import { checkExerciseOrders, checkExerciseSql, checkNames } from '../exercise/check-names.ts';
import { checkTodo } from '../exercise/check-todo.ts';
import type { AuthorError } from '../exercise/exercise.ts';
import { type DatasetRead, readDataset } from '../exercise/read-dataset.ts';
import { type ExerciseFilesRead, type FrontRead, readExercise } from '../exercise/read-exercise.ts';
import { type CourseFiles, type ExerciseFile, isHidden, type LessonFile } from './check-course-files.ts';
import {
  byteOrderMarks,
  checkExtensions,
  checkImages,
  checkLessonPlace,
  leftOut,
  strayFiles,
  withoutMarks,
} from './check-file-places.ts';
import { checkImports } from './check-imports.ts';
import { rememberByText } from './check-memo.ts';
import type { Problem } from './problems.ts';

/** What the files hold, and every mistake that they show without a database. */
export interface FilesChecked {
  readonly lessons: readonly LessonFile[];
  readonly exercises: readonly ExerciseFile[];
  readonly datasets: ReadonlyMap<string, DatasetRead>;
  /** By what they are about: a lesson's or an exercise's id, `_datasets/<name>`, or empty for the course. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** Files that an author writes; a dump or a CSV may hold the word. */
const TODO_FILE = /^(dataset\.yaml|seed\.sql)$/;

type Files = ReadonlyMap<string, string>;

/** Parsing is nearly all of the work: what has not changed is not parsed again. */
const lessonRead = rememberByText<LessonRead>();
const exerciseRead = rememberByText<ExerciseFilesRead>();
const exerciseSql = rememberByText<readonly AuthorError[]>();
const datasetRead = rememberByText<DatasetRead>();

function textOf(files: Files): string {
  return JSON.stringify([...files]);
}

/** The files of each folder at the top, by their paths inside it; files beside the folders are under ''. */
function byFolder(files: Files): ReadonlyMap<string, Files> {
  const folders = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const [top = '', ...rest] = path.split('/');
    const [folder, inside] = rest.length === 0 ? ['', top] : [top, rest.join('/')];
    const found = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, found.set(inside, text));
  }
  return folders;
}

/** Reads the exercises' folders; those that begin with an underscore are not exercises. */
function readExercises(files: CourseFiles): readonly (ExerciseFile & { readonly files: Files })[] {
  return [...byFolder(files.exercises)]
    .filter(([id]) => id !== '' && !id.startsWith('_') && !files.leaveOut.includes(id))
    .map(([id, inside]) => ({
      id,
      files: inside,
      read: exerciseRead(id, textOf(inside), () => readExercise(inside, id)),
    }));
}

function readDatasets({ exercises }: CourseFiles): ReadonlyMap<string, DatasetRead & { files: Files }> {
  const inside = byFolder(exercises).get('_datasets') ?? new Map<string, string>();
  const folders = [...byFolder(inside)].filter(([name]) => name !== '');
  return new Map(
    folders.map(([name, files]) => [
      name,
      { ...datasetRead(name, textOf(files), () => readDataset(files, name)), files },
    ]),
  );
}

/** The guide to the lesson components is read as a lesson, and stands on the page /teach/. */
const GUIDE = 'teach';

function readGuide({ guide }: CourseFiles): readonly LessonFile[] {
  if (!guide) return [];
  const { file, text } = guide;
  return [{ id: GUIDE, file, text, read: lessonRead(file, text, () => readLesson(file, GUIDE, text)) }];
}

function readLessons(files: CourseFiles): readonly LessonFile[] {
  const { content, folders, leaveOut } = files;
  const lessons = [...content]
    .filter(([path]) => /\.mdx?$/.test(path) && !isHidden(path))
    .map(([path, text]) => {
      const file = `${folders.content}/${path}`;
      const id = path.replace(/\.mdx?$/, '');
      return { id, file, text, read: lessonRead(file, text, () => readLesson(file, id, text)) };
    })
    .filter(({ id }) => !leaveOut.includes(id));
  return [...lessons, ...readGuide(files)];
}

type Add = (about: string, found: readonly AuthorError[], below?: string) => void;
type ExerciseRead = ReturnType<typeof readExercises>[number];

function frontOf({ read }: ExerciseRead): FrontRead | undefined {
  return read.front;
}

function collectDatasets(files: CourseFiles, datasets: ReturnType<typeof readDatasets>, add: Add): void {
  for (const [name, { errors, files: inside }] of datasets) {
    const todo = [...inside].flatMap(([file, text]) => (TODO_FILE.test(file) ? checkTodo(file, text) : []));
    add(`_datasets/${name}`, [...errors, ...todo], `${files.folders.exercises}/_datasets/${name}`);
  }
}

function collectExercises(
  files: CourseFiles,
  exercises: readonly ExerciseRead[],
  datasets: ReadonlyMap<string, DatasetRead>,
  add: Add,
): void {
  const at = (id: string) => `${files.folders.exercises}/${id}`;
  const tables = new Map([...datasets].map(([name, read]) => [name, read.tables] as const));
  const known = { ...files.names, datasets: tables };
  for (const exercise of exercises) {
    const { id, read, files: inside } = exercise;
    const front = frontOf(exercise);
    add(id, read.kind === 'errors' ? read.errors : [], at(id));
    if (front) add(id, checkNames(front, known, inside.get('setup.sql') ?? ''), at(id));
    const sql = exerciseSql(id, textOf(inside), () => checkExerciseSql(inside, front));
    add(id, sql, at(id));
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
function collectTasks(
  files: CourseFiles,
  exercises: readonly ExerciseRead[],
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

function collectLessons(
  files: CourseFiles,
  lessons: readonly LessonFile[],
  add: Add,
): readonly LessonSource[] {
  return lessons.flatMap((lesson) => {
    const { id, file, text, read } = lesson;
    add(id, [...read.errors, ...(id === GUIDE ? [] : checkLessonPlace(lesson, files))]);
    if (read.kind === 'ok')
      add(id, [...checkImages(read.lesson, files), ...checkImports(read.lesson, files)]);
    add(id, [...checkExtensions(lesson, files.names.extensions), ...checkTodo(file, text)]);
    if (read.kind !== 'ok') return [];
    add(id, checkFrontMatter(read.lesson));
    return [read.lesson];
  });
}

/** Checks all that can be checked without a database. `loadParser` must have run. */
export function checkFiles(asTheyAre: CourseFiles): FilesChecked {
  const files = withoutMarks(asTheyAre);
  const lessons = readLessons(files);
  const exercises = readExercises(files);
  const datasets = readDatasets(files);
  const problems = new Map<string, Problem[]>();
  const add: Add = (about, found, below) => {
    const placed = found.map((one) => (below === undefined ? one : { ...one, file: `${below}/${one.file}` }));
    problems.set(about, [...(problems.get(about) ?? []), ...placed]);
  };
  add('', [...byteOrderMarks(asTheyAre), ...strayFiles(files), ...leftOut(files)]);
  collectDatasets(files, datasets, add);
  collectExercises(files, exercises, datasets, add);
  const sources = collectLessons(files, lessons, add);
  const tasks = collectTasks(files, exercises, add);
  // A lesson that cannot be read is a page all the same: links to it are not dead.
  const unread = lessons.filter(({ read }) => read.kind !== 'ok').map(({ id }) => `/learn/${id}/`);
  const pages = [...files.names.pages, ...unread];
  const names = { ...files.names, pages, exercises: exercises.map(({ id }) => id) };
  const idOf = new Map([...sources, ...tasks].map(({ file, id }) => [file, id.replace(/^exercises\//, '')]));
  for (const mistake of checkCourse(sources, names, tasks)) add(idOf.get(mistake.file) ?? '', [mistake]);
  return { lessons, exercises: exercises.map(({ id, read }) => ({ id, read })), datasets, problems };
}
