import { COURSE, EXERCISE_FILE, LESSON_FILE } from './sound-course.ts';

/** Stands for a symbolic link in place of a file. */
export const LINK = '-> elsewhere';

/** Files of the course by path, as they are instead: texts, bytes that are no UTF-8; `undefined` for one that is gone. */
export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>;

/** What an author did, the files that it leaves, and the line that says what is wrong. */
export type Mistake = readonly [mistake: string, changes: () => Changes, message: string];

/** One text of the course with a piece replaced. Throws where the text does not hold the piece. */
export function edit(path: string, from: string, to: string): Changes {
  const text = COURSE[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”`);
  return { [path]: text.replace(from, to) };
}

/** The same in Latin-1. */
export const inLatin1 = (path: string, from: string, to: string) => (): Changes =>
  Object.fromEntries(
    Object.entries(edit(path, from, to)).map(([file, text]) => [file, Buffer.from(`${text}`, 'latin1')]),
  );

/** The exercise with a piece of its text replaced. */
export const inExercise = (from: string, to: string) => () => edit(EXERCISE_FILE, from, to);

/** The lesson with a piece of its text replaced. */
export const inLesson = (from: string, to: string) => () => edit(LESSON_FILE, from, to);

/** The course with whole files changed, added or gone. */
export const files = (changes: Changes) => () => changes;
