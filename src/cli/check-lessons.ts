import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { measureFigures } from '../course/block-figures.ts';
import { checkDatasets, checkFrontMatter, datasetOf, extensionsOf } from '../course/check-front-matter.ts';
import type { Measured } from '../course/judge-claim.ts';
import { judgeLesson } from '../course/judge-lesson.ts';
import type { LessonSource } from '../course/lesson-source.ts';
import { wantedPlans } from '../course/wanted-plans.ts';
import type { Engine } from '../engine/engine.ts';
import { runLesson } from '../session/run-lesson.ts';
import { measureLooks, writeLooks } from './measure-looks.ts';
import { figuresIn, type Places } from './places.ts';
import { lessonEngines } from './prepare.ts';
import type { Problem } from './problems.ts';

export interface LessonTally {
  readonly id: string;
  readonly blocks: number;
  readonly claims: number;
  readonly problems: readonly Problem[];
}

/** Counts up when the measured figures change their form. */
const FIGURES_FORMAT = 5;

async function writeFigures(
  places: Places,
  lesson: LessonSource,
  measured: ReadonlyMap<string, Measured>,
  stamp: string,
) {
  const file = join(figuresIn(places), `${lesson.id}.json`);
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
  const file = join(figuresIn(places), `${id}.json.stamp`);
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
  const measured = await runLesson(
    lessonEngines(engine),
    { blocks: lesson.blocks, plans: wantedPlans(lesson) },
    ref,
  );
  const { claims, problems } = judgeLesson(lesson, measured);
  const pictured = problems.length === 0 ? await measureLooks(engine, ref, lesson) : undefined;
  const wrong = [...front, ...problems, ...(pictured?.problems ?? [])];
  if (pictured && wrong.length === 0) {
    await writeLooks(places, lesson.id, pictured.looks);
    await writeFigures(places, lesson, measured, stamp);
  }
  return { ...tally, claims, problems: wrong };
}
