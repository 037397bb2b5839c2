import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { LessonRead } from '../course/read-lesson.ts';
import type { Made } from './check-memo.ts';

type Lessons = Map<string, Made<LessonRead>>;

interface Kept {
  readonly version: string;
  readonly lessons: Lessons;
}

/** What a lesson becomes depends on the code that reads it, and on the packages that this code uses: a digest of both. */
export async function readerVersion(): Promise<string> {
  const project = join(import.meta.dirname, '../..');
  const folder = join(project, 'src/course');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const files = [join(project, 'package-lock.json'), ...names.map((name) => join(folder, name))];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return createHash('sha256')
    .update(JSON.stringify([process.version, ...texts]))
    .digest('hex');
}

/** What another run left, where the same code wrote it; nothing where there is none or it is damaged. */
async function readKept(file: string, version: string): Promise<Lessons> {
  try {
    const kept = deserialize(await readFile(file)) as Kept;
    return kept.version === version ? kept.lessons : new Map();
  } catch {
    return new Map();
  }
}

/** Keeps them for another run; where nothing can be written nothing is kept. */
async function keep(file: string, kept: Kept): Promise<void> {
  // Two commands may run at once: neither may see half of what the other writes.
  const mine = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(mine, serialize(kept));
    await rename(mine, file);
  } catch {
    await rm(mine, { force: true }).catch(() => undefined);
  }
}

/** Where lessons are kept; of another version they are not taken. */
export interface KeptPlace {
  /** The folder that the lessons' paths are relative to. */
  readonly root: string;
  readonly file: string;
  readonly version: string;
}

/**
 * Runs `work` with the lessons that an earlier run has read in `lessons`, and keeps in `file` those that are there
 * afterwards: to read the whole course takes seconds, and most of it is as it was.
 */
export async function withKeptLessons<T>(
  { root, file, version }: KeptPlace,
  lessons: Lessons,
  work: () => Promise<T>,
): Promise<T> {
  // A command that follows a course has them in memory from its first look on.
  if (lessons.size > 0) return work();
  const before = await readKept(file, version);
  for (const [name, made] of before) lessons.set(name, made);
  const done = await work();
  // One that cannot be read is about to be mended, and what is said of it comes from more code than the version covers.
  const now = new Map(
    [...lessons].filter(([name, { value }]) => value.kind === 'ok' && existsSync(join(root, name))),
  );
  if (now.size === before.size && [...now].every(([name, made]) => before.get(name) === made)) return done;
  await keep(file, { version, lessons: now });
  return done;
}
