import { checkCourse } from '../course/check-course.ts';
import type { DatasetRead } from '../exercise/read-dataset.ts';
import type { CourseFiles, ExerciseFile, LessonFile } from './check-course-files.ts';
import {
  aboutOf,
  byteOrderMarks,
  checkLinksOnDisk,
  leftOut,
  strayFiles,
  withoutMarks,
} from './check-file-places.ts';
import {
  type Add,
  collectDatasets,
  collectExercises,
  collectLessons,
  collectTasks,
} from './collect-problems.ts';
import type { Problem } from './problems.ts';
import { readDatasets, readExercises, readLessons } from './read-course-files.ts';

/** What the files hold, and every mistake that they show without a database. */
export interface FilesChecked {
  readonly lessons: readonly LessonFile[];
  readonly exercises: readonly ExerciseFile[];
  readonly datasets: ReadonlyMap<string, DatasetRead>;
  /** By what they are about: a lesson's or an exercise's id, `_datasets/<name>`, or empty for the course. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** The problems of a course, by what they are about. Of a file that is not UTF-8 nothing else is kept. */
function problemBook(files: CourseFiles) {
  const problems = new Map<string, Problem[]>();
  const put = (about: string, found: readonly Problem[]) =>
    problems.set(about, [...(problems.get(about) ?? []), ...found]);
  for (const one of [...files.undecoded, ...checkLinksOnDisk(files)]) put(aboutOf(one.file, files), [one]);
  const lost = new Set(files.undecoded.map(({ file }) => file));
  const add: Add = (about, found, below) => {
    const placed = found.map((one) => (below === undefined ? one : { ...one, file: `${below}/${one.file}` }));
    put(
      about,
      placed.filter(({ file }) => !lost.has(file)),
    );
  };
  return { problems, add };
}

/** Tables of the datasets whose description could be read: of another one nobody can say what it lacks. */
function tablesOf(datasets: ReadonlyMap<string, DatasetRead>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...datasets].flatMap(([name, { spec, tables }]) => (spec ? [[name, tables] as const] : [])),
  );
}

/**
 * Checks all that can be checked without a database; of exercises that nobody asked for, no SQL. `loadParser` must have run.
 */
export function checkFiles(
  asTheyAre: CourseFiles,
  isAskedFor: (exercise: string) => boolean = () => true,
): FilesChecked {
  const files = withoutMarks(asTheyAre);
  const lessons = readLessons(files);
  const exercises = readExercises(files);
  const datasets = readDatasets(files);
  const { problems, add } = problemBook(files);
  add('', [...byteOrderMarks(asTheyAre), ...strayFiles(files), ...leftOut(files)]);
  collectDatasets(files, datasets, add);
  collectExercises(files, exercises, datasets, add, isAskedFor);
  const sources = collectLessons(files, lessons, add);
  const tasks = collectTasks(files, exercises, add);
  // A lesson that cannot be read is a page all the same: links to it are not dead.
  const unread = lessons.filter(({ read }) => read.kind !== 'ok').map(({ id }) => `/learn/${id}/`);
  const pages = [...files.names.pages, ...unread];
  const tables = tablesOf(datasets);
  const ids = exercises.map(({ id }) => id);
  const names = { ...files.names, pages, exercises: ids, datasets: tables, leftOut: files.leaveOut };
  const idOf = new Map([...sources, ...tasks].map(({ file, id }) => [file, id.replace(/^exercises\//, '')]));
  for (const mistake of checkCourse(sources, names, tasks)) add(idOf.get(mistake.file) ?? '', [mistake]);
  return { lessons, exercises: exercises.map(({ id, read }) => ({ id, read })), datasets, problems };
}
