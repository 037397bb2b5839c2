import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { judgeClaim, type Measured } from '../course/judge-claim.ts';
import type { LessonSource } from '../course/lesson-source.ts';
import { readLesson } from '../course/read-lesson.ts';
import type { Engine } from '../engine/engine.ts';
import { type BlockFigures, type Claim, claimSchema } from '../course/claim.ts';
import { lessonFrontMatterSchema } from '../course/front-matter.ts';
import { totalsOf } from '../plan/metrics.ts';
import { runLesson } from '../session/run-lesson.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';
import { readFolder } from './read-folder.ts';

export interface LessonTally {
  readonly id: string;
  readonly blocks: number;
  readonly claims: number;
  readonly problems: readonly Problem[];
}

/** Reads every lesson's file; folders and files that begin with an underscore are not lessons. */
export async function readLessons(places: Places) {
  const files = existsSync(places.content) ? await readFolder(places.content) : new Map<string, string>();
  return [...files]
    .filter(([path]) => /\.mdx?$/.test(path) && !path.split('/').some((part) => part.startsWith('_')))
    .map(([path, text]) => {
      const file = relative(places.root, join(places.content, path));
      const id = path.replace(/\.mdx?$/, '');
      return { id, file, text, read: readLesson(file, id, text) };
    });
}

function readClaim(
  lesson: LessonSource,
  expect: unknown,
  line: number,
): { claim?: Claim; problems: Problem[] } {
  if (expect === undefined) return { problems: [] };
  const parsed = claimSchema.safeParse(expect);
  if (parsed.success) return { claim: parsed.data, problems: [] };
  const what = parsed.error.issues
    .map((issue) => `${issue.path.join('.')} ${issue.message}`.trim())
    .join('; ');
  return {
    problems: [
      { file: lesson.file, line, what: `the claim is none: ${what}`, fix: 'see the list of claims in docs' },
    ],
  };
}

function frontMatterProblems(lesson: LessonSource): readonly Problem[] {
  const parsed = lessonFrontMatterSchema.safeParse(lesson.frontMatter);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    file: lesson.file,
    line: 1,
    what: `front matter: ${issue.path.join('.')} ${issue.message}`.trim(),
    fix: 'mend the front matter at the top of the file',
  }));
}

function shapeProblems(lesson: LessonSource, datasets: readonly string[]): readonly Problem[] {
  const { file } = lesson;
  const ids = new Set<string>();
  const problems: Problem[] = [];
  for (const block of lesson.blocks) {
    const dataset = block.dataset ?? datasetOf(lesson);
    if (ids.has(block.id)) {
      problems.push({
        file,
        line: block.line,
        what: `two blocks are called “${block.id}”`,
        fix: 'rename one of them',
      });
    }
    ids.add(block.id);
    if (!datasets.includes(dataset)) {
      const fix = `name one of ${datasets.join(', ')}`;
      problems.push({ file, line: block.line, what: `there is no dataset “${dataset}”`, fix });
    }
  }
  for (const { of, line } of lesson.figures) {
    if (!ids.has(of))
      problems.push({ file, line, what: `no block is called “${of}”`, fix: 'name a block of this lesson' });
  }
  return problems;
}

function datasetOf(lesson: LessonSource): string {
  const front = lesson.frontMatter;
  const named = typeof front === 'object' && front !== null && 'dataset' in front ? front.dataset : undefined;
  return typeof named === 'string' ? named : '';
}

function extensionsOf(lesson: LessonSource): readonly string[] {
  const front = lesson.frontMatter;
  const named =
    typeof front === 'object' && front !== null && 'extensions' in front ? front.extensions : undefined;
  return Array.isArray(named) ? named.map(String) : [];
}

function figuresOf(measured: Measured): BlockFigures {
  const totals = measured.plan && totalsOf(measured.plan);
  return {
    ...(totals?.pages === undefined ? {} : { pages: totals.pages }),
    ...(totals ? { cost: totals.cost } : {}),
    ...(measured.plan ? { node: measured.plan.root.kind, estimate: measured.plan.root.planRows } : {}),
    ...(measured.rows === undefined ? {} : { rows: measured.rows }),
    ...(measured.ms === undefined ? {} : { ms: measured.ms }),
    ...(measured.cell === undefined ? {} : { cell: measured.cell }),
  };
}

function judgeBlocks(
  lesson: LessonSource,
  measured: ReadonlyMap<string, Measured>,
): { claims: number; problems: Problem[] } {
  const problems: Problem[] = [];
  let claims = 0;
  for (const block of lesson.blocks) {
    const seen = measured.get(block.id);
    const { claim, problems: unreadable } = readClaim(lesson, block.expect, block.line);
    problems.push(...unreadable);
    if (claim) claims += 1;
    const wrong = seen ? judgeClaim(seen, claim ?? {}, measured) : ['it was not run'];
    for (const what of wrong) {
      const fix = claim ? 'mend the SQL, or the claim and the prose that rests on it' : 'mend the SQL';
      problems.push({ file: lesson.file, line: block.sqlLine, what: `block “${block.id}”: ${what}`, fix });
    }
  }
  return { claims, problems };
}

async function writeFigures(
  places: Places,
  lesson: LessonSource,
  measured: ReadonlyMap<string, Measured>,
  stamp: string,
) {
  const file = join(places.figures, `${lesson.id}.json`);
  await mkdir(dirname(file), { recursive: true });
  const figures = Object.fromEntries([...measured].map(([id, seen]) => [id, figuresOf(seen)]));
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
  await writeFile(`${file}.stamp`, stamp);
}

/** What a lesson's figures depend on: its text, its data, the engine. */
export async function figuresStamp(places: Places, text: string, engine: Engine): Promise<string> {
  const manifest = await readFile(join(places.engine, 'manifest.json'), 'utf8');
  return createHash('sha256')
    .update(JSON.stringify([text, manifest, engine.version]))
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
  const before = [...frontMatterProblems(lesson), ...shapeProblems(lesson, datasets)];
  const tally = { id: lesson.id, blocks: lesson.blocks.length, claims: 0 };
  if (before.length > 0) return { ...tally, problems: before };
  const ref = { name: datasetOf(lesson), extensions: extensionsOf(lesson) };
  const measured = await runLesson(engine, lesson.blocks, ref);
  const { claims, problems } = judgeBlocks(lesson, measured);
  if (problems.length === 0) await writeFigures(places, lesson, measured, stamp);
  return { ...tally, claims, problems };
}
