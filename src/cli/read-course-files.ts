import { type LessonRead, readLesson } from '../course/read-lesson.ts';
import { type DatasetRead, readDataset } from '../exercise/read-dataset.ts';
import { type ExerciseFilesRead, readExercise } from '../exercise/read-exercise.ts';
import { type CourseFiles, type ExerciseFile, isHidden, type LessonFile } from './check-course-files.ts';
import { type Made, rememberByText } from './check-memo.ts';

export type Files = ReadonlyMap<string, string>;

/** Lessons and tasks as they were read, by their files. */
export const lessonsRead = new Map<string, Made<LessonRead>>();

/** Parsing is nearly all of the work: what has not changed is not parsed again. */
export const lessonRead = rememberByText(lessonsRead);
const exerciseRead = rememberByText<ExerciseFilesRead>();
const datasetRead = rememberByText<DatasetRead>();

export function textOf(files: Files): string {
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

export interface ExerciseFiles extends ExerciseFile {
  /** By path inside its folder. */
  readonly files: Files;
}

export interface DatasetFiles extends DatasetRead {
  readonly files: Files;
}

/** Reads the exercises' folders; those that begin with an underscore are not exercises. */
export function readExercises(files: CourseFiles): readonly ExerciseFiles[] {
  return [...byFolder(files.exercises)]
    .filter(([id]) => id !== '' && !id.startsWith('_') && !files.leaveOut.includes(id))
    .map(([id, inside]) => ({
      id,
      files: inside,
      read: exerciseRead(id, textOf(inside), () => readExercise(inside, id)),
    }));
}

export function readDatasets({ exercises }: CourseFiles): ReadonlyMap<string, DatasetFiles> {
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
export const GUIDE = 'teach';

function readGuide({ guide }: CourseFiles): readonly LessonFile[] {
  if (!guide) return [];
  const { file, text } = guide;
  return [{ id: GUIDE, file, text, read: lessonRead(file, text, () => readLesson(file, GUIDE, text)) }];
}

export function readLessons(files: CourseFiles): readonly LessonFile[] {
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
