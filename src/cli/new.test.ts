import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_CONFIG } from '../authoring/course-file.ts';
import { courseOf } from '../course/course-config.ts';
import type { Engine } from '../engine/engine.ts';
import { observeStart } from '../session/start-state.ts';
import { submit } from '../session/submit.ts';
import { readExerciseFolder } from './check-exercises.ts';
import { checkCourseAt, readCourse } from './check-run.ts';
import { describeDataset, SEED } from './new-dataset-files.ts';
import { scaffoldExercise, writeFiles } from './new-exercise.ts';
import { scaffoldLesson } from './new-lesson.ts';
import type { Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';
import { formatProblem } from './problems.ts';

/** Each grades a dozen answers. */
const LONG = { timeout: 300_000 };

/** What pg_dump wrote of a schema of somebody else's, and a seed beside it that adds rows to it. */
const FOREIGN_DUMP = join(import.meta.dirname, '../engine/build/fixtures/library.dump.sql');
const MORE_ROWS = `insert into titles (name) select 'More ' || i from generate_series(1, 4000) i;
insert into "Copies" (title_id, branch_id, bought, price)
select 1 + i * 7919 % 4001, 1 + i % 4, date '2015-01-01' + i % 3000, (i * 31 % 20000) / 100.0
from generate_series(1, 20000) i;
`;

let root: string;
let places: Places;
let engine: Engine;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planwright-new-'));
  const [content, exercises] = [join(root, 'content'), join(root, 'exercises')];
  const course = courseOf(undefined);
  places = {
    root,
    content,
    exercises,
    engine: join(root, 'engine'),
    figures: join(root, 'figures'),
    configFile: NO_CONFIG,
    course,
    problems: [],
  };
  for (const name of ['begun', 'library'])
    await mkdir(join(exercises, '_datasets', name), { recursive: true });
  await mkdir(content);
  await writeFile(join(exercises, '_datasets', 'begun', 'seed.sql'), SEED);
  await cp(FOREIGN_DUMP, join(exercises, '_datasets', 'library', 'dump.sql'));
  await writeFile(join(exercises, '_datasets', 'library', 'seed.sql'), MORE_ROWS);
  const prepared = await prepareWhatBuilds(places, () => {});
  expect(prepared.problems).toEqual([]);
  engine = prepared.engine;
  for (const [at, name] of ['begun', 'library'].entries()) {
    const text = describeDataset(name, 10 * (at + 1), prepared.built[name]?.tables ?? [], 'x.json');
    await writeFile(join(exercises, '_datasets', name, 'dataset.yaml'), text);
  }
});
afterAll(async () => {
  await engine.dispose();
  await rm(root, { recursive: true });
});

/** Writes what each TODO asks for. */
async function fillIn(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replaceAll(/TODO: ?/g, 'So: '));
}

async function check(ids: readonly string[]): Promise<readonly string[]> {
  const { problems } = await checkCourseAt(places, { ids, figures: false, files: false }, () => {});
  return problems.map(formatProblem);
}

test('a scaffolded exercise asks for what is to be written, and passes once it is', LONG, async () => {
  const course = await readCourse(places);
  const made = await scaffoldExercise(places, engine, course, { id: 'busy-accounts', dataset: 'begun' });
  if (made.kind === 'refused') throw new Error(made.why);
  const folder = join(places.exercises, 'busy-accounts');
  await writeFiles(folder, made.files);
  const asked = await check(['busy-accounts']);
  expect(asked.filter((line) => !line.includes('this is still to be written'))).toEqual([]);
  expect(asked.length).toBeGreaterThan(5);
  for (const file of ['exercise.mdx', 'start.sql']) await fillIn(join(folder, file));
  // What is still to be written about the other dataset is left to the check of the whole course.
  await fillIn(join(places.exercises, '_datasets', 'begun', 'dataset.yaml'));
  expect(await check(['busy-accounts'])).toEqual([]);
});

test('an exercise can begin as a copy of another', LONG, async () => {
  const course = await readCourse(places);
  const made = await scaffoldExercise(places, engine, course, {
    id: 'quiet-accounts',
    from: 'busy-accounts',
  });
  if (made.kind === 'refused') throw new Error(made.why);
  const folder = join(places.exercises, 'quiet-accounts');
  await writeFiles(folder, made.files);
  const asked = (await check(['quiet-accounts'])).map((line) => line.replace(/^.*?: /, ''));
  expect(asked.map((line) => line.replace(/: .*/, ''))).toEqual(Array(3).fill('this is still to be written'));
  await fillIn(join(folder, 'exercise.mdx'));
  expect(await check(['quiet-accounts'])).toEqual([]);
  expect(await scaffoldExercise(places, engine, course, { id: 'x', from: 'busy-acounts' })).toEqual({
    kind: 'refused',
    why: 'there is no exercise “busy-acounts”: did you mean busy-accounts?',
  });
});

test('a scaffolded rewrite passes once it is written, and its variants kill every mutant', LONG, async () => {
  const course = await readCourse(places);
  const made = await scaffoldExercise(places, engine, course, {
    id: 'busy-again',
    dataset: 'begun',
    task: 'rewrite',
  });
  if (made.kind === 'refused') throw new Error(made.why);
  const folder = join(places.exercises, 'busy-again');
  await writeFiles(folder, made.files);
  const asked = await check(['busy-again']);
  expect(asked.filter((line) => !line.includes('this is still to be written'))).toEqual([]);
  expect(asked.some((line) => line.includes('no data can tell'))).toBe(false);
  await fillIn(join(folder, 'exercise.mdx'));
  expect(await check(['busy-again'])).toEqual([]);
});

test('an exercise that comes with Planwright can be copied into another course', LONG, async () => {
  const course = await readCourse(places);
  const asked = { id: 'quiet', from: 'gone-quiet', module: 'indexing' };
  const made = await scaffoldExercise(places, engine, course, asked);
  const text = made.kind === 'ok' ? (made.files.get('exercise.mdx') ?? '') : made.why;
  expect(text).toMatch(/^module: indexing$/m);
  expect(text).toMatch(
    /TODO: the task is still that of gone-quiet, whose data \(saas\) this course has not: copy/,
  );
});

test('a dump of a foreign schema becomes an exercise that grades', LONG, async () => {
  const course = await readCourse(places);
  const made = await scaffoldExercise(places, engine, course, {
    id: 'copies-of-a-title',
    dataset: 'library',
  });
  if (made.kind === 'refused') throw new Error(made.why);
  const folder = join(places.exercises, 'copies-of-a-title');
  await writeFiles(folder, made.files);
  expect(made.files.get('solution.sql')).toBe('create index on "Copies" (title_id);\n');
  for (const file of ['exercise.mdx', 'start.sql']) await fillIn(join(folder, file));
  await fillIn(join(places.exercises, '_datasets', 'library', 'dataset.yaml'));
  expect(await check(['copies-of-a-title'])).toEqual([]);
  const read = await readExerciseFolder(places, 'copies-of-a-title');
  if (read.kind === 'problems') throw new Error(read.problems.map(formatProblem).join('\n'));
  const start = await observeStart(engine, read.exercise);
  const grade = (sql: string) => submit(engine, read.exercise, start, sql);
  expect((await grade('create index by_title on "Copies" (title_id, id);')).passed).toBe(true);
  expect((await grade('create index on "Copies" (price);')).passed).toBe(false);
});

test('a scaffolded lesson asks for what is to be written, and passes once it is', LONG, async () => {
  const made = scaffoldLesson(places, await readCourse(places), 'indexing/first-steps', 'begun');
  if (made.kind === 'refused') throw new Error(made.why);
  await writeFiles(places.content, made.files);
  const asked = await check(['indexing/first-steps']);
  expect(asked.filter((line) => !line.includes('this is still to be written'))).toEqual([]);
  expect(asked.length).toBeGreaterThan(8);
  await fillIn(join(places.content, 'indexing/first-steps.mdx'));
  expect(await check(['indexing/first-steps'])).toEqual([]);
});

test('a scaffold says why it cannot be made', LONG, async () => {
  const course = await readCourse(places);
  const why = async (id: string, more = {}) => {
    const made = await scaffoldExercise(places, engine, course, { id, ...more });
    return made.kind === 'refused' ? made.why : '';
  };
  expect(await why('Late Parcels')).toMatch(/is no id/);
  expect(await why('copies-of-a-title')).toMatch(/is there already/);
  expect(await why('b', { dataset: 'none' })).toMatch(
    /there is no dataset “none”: name one of begun, library/,
  );
  expect(await why('b', { task: 'design' })).toMatch(/no scaffold for a task “design”: name tune or rewrite/);
  expect(await why('b', { module: 'none' })).toMatch(/there is no module “none”/);
  expect(scaffoldLesson(places, course, 'indexing')).toMatchObject({ kind: 'refused' });
});
