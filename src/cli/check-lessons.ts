import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { measureFigures } from '../course/block-figures.ts';
import { checkCourse } from '../course/check-course.ts';
import { checkDatasets, checkFrontMatter, datasetOf, extensionsOf } from '../course/check-front-matter.ts';
import type { Measured } from '../course/judge-claim.ts';
import { judgeLesson } from '../course/judge-lesson.ts';
import type { LessonSource } from '../course/lesson-source.ts';
import { type LessonRead, readLesson } from '../course/read-lesson.ts';
import type { Engine } from '../engine/engine.ts';
import { glossary } from '../lesson/glossary.ts';
import { vocabulary } from '../lesson/vocabulary.ts';
import { runLesson } from '../session/run-lesson.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';
import { listExerciseIds, readFolder } from './read-folder.ts';

export interface LessonTally {
  readonly id: string;
  readonly blocks: number;
  readonly claims: number;
  readonly problems: readonly Problem[];
}

export interface LessonFile {
  /** `<module>/<lesson>`. */
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** With the mistakes that can be seen without running anything, also those that only other files show. */
  readonly read: LessonRead;
}

/** Counts up when the measured figures change their form. */
const FIGURES_FORMAT = 2;

async function readIfThere(folder: string): Promise<ReadonlyMap<string, string>> {
  return existsSync(folder) ? readFolder(folder) : new Map<string, string>();
}

/** Paths of the pages that are neither lessons nor exercises, from the files that make them. */
async function listPages(places: Places): Promise<readonly string[]> {
  const files = await readIfThere(join(places.root, 'src', 'pages'));
  return [...files.keys()]
    .filter((path) => path.endsWith('.astro') && !path.includes('[') && path !== '404.astro')
    .map((path) => `/${path.replace(/(index)?\.astro$/, '')}/`.replace(/\/+$/, '/'));
}

/** Reads every lesson's file; folders and files that begin with an underscore are not lessons. */
export async function readLessons(places: Places): Promise<readonly LessonFile[]> {
  const files = await readIfThere(places.content);
  const lessons = [...files]
    .filter(([path]) => /\.mdx?$/.test(path) && !path.split('/').some((part) => part.startsWith('_')))
    .map(([path, text]) => {
      const file = relative(places.root, join(places.content, path));
      const id = path.replace(/\.mdx?$/, '');
      return { id, file, text, read: readLesson(file, id, text) };
    });
  const sources = lessons.flatMap(({ read }) => (read.kind === 'ok' ? [read.lesson] : []));
  const mistakes = checkCourse(sources, {
    vocabulary,
    terms: Object.keys(glossary),
    exercises: await listExerciseIds(places.exercises),
    pages: await listPages(places),
  });
  return lessons.map(({ read, ...lesson }) => {
    const errors = [...read.errors, ...mistakes.filter(({ file }) => file === lesson.file)];
    return { ...lesson, read: { ...read, errors } };
  });
}

async function writeFigures(
  places: Places,
  lesson: LessonSource,
  measured: ReadonlyMap<string, Measured>,
  stamp: string,
) {
  const file = join(places.figures, `${lesson.id}.json`);
  await mkdir(dirname(file), { recursive: true });
  const figures = Object.fromEntries([...measured].map(([id, seen]) => [id, measureFigures(seen)]));
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
  await writeFile(`${file}.stamp`, stamp);
}

/** What a lesson's figures depend on: its text, its data, the engine. */
export async function figuresStamp(places: Places, text: string, engine: Engine): Promise<string> {
  const manifest = await readFile(join(places.engine, 'manifest.json'), 'utf8');
  return createHash('sha256')
    .update(JSON.stringify([FIGURES_FORMAT, text, manifest, engine.version]))
    .digest('hex');
}

/** Whether a lesson passed with these very inputs before. */
export async function isFresh(places: Places, id: string, stamp: string): Promise<boolean> {
  const file = join(places.figures, `${id}.json.stamp`);
  return existsSync(file) && (await readFile(file, 'utf8')) === stamp;
}

/** Runs a lesson's blocks, judges its claims and keeps its figures for the site. */
export async function checkLesson(
  places: Places,
  engine: Engine,
  datasets: readonly string[],
  lesson: LessonSource,
  stamp: string,
): Promise<LessonTally> {
  const front = checkFrontMatter(lesson);
  const nowhere = checkDatasets(lesson, datasets);
  const tally = { id: lesson.id, blocks: lesson.blocks.length, claims: 0 };
  if (nowhere.length > 0) return { ...tally, problems: [...front, ...nowhere] };
  const ref = { name: datasetOf(lesson), extensions: extensionsOf(lesson) };
  const measured = await runLesson(engine, lesson.blocks, ref);
  const { claims, problems } = judgeLesson(lesson, measured);
  if (front.length + problems.length === 0) await writeFigures(places, lesson, measured, stamp);
  return { ...tally, claims, problems: [...front, ...problems] };
}
