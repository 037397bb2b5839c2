import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_CONFIG } from '../authoring/course-file.ts';
import { courseOf } from '../course/course-config.ts';
import type { Engine } from '../engine/engine.ts';
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
    cache: join(root, '.cache'),
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
  const prepared = await prepareWhatBuilds(places, () => {}, 1);
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

async function check(ids: readonly string[], files = false): Promise<readonly string[]> {
  const { problems } = await checkCourseAt(places, { ids, figures: false, files }, () => {});
  return problems.map(formatProblem);
}

/** What the files alone show: texts that are still to be written change no grade. */
const checkFiles = (id: string) => check([id], true);

async function readExercise(id: string) {
  const read = await readExerciseFolder(places, id);
  if (read.kind === 'problems') throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.exercise;
}

test('a scaffolded exercise asks for what is to be written, and passes once it is', LONG, async () => {
  const course = await readCourse(places);
  const made = await scaffoldExercise(places, engine, course, { id: 'busy-accounts', dataset: 'begun' });
  if (made.kind === 'refused') throw new Error(made.why);
  const folder = join(places.exercises, 'busy-accounts');
  await writeFiles(folder, made.files);
  const asked = await checkFiles('busy-accounts');
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
  const asked = (await checkFiles('quiet-accounts')).map((line) => line.replace(/^.*?: /, ''));
  expect(asked.map((line) => line.replace(/: .*/, ''))).toEqual(Array(3).fill('this is still to be written'));
  await fillIn(join(folder, 'exercise.mdx'));
  expect(await checkFiles('quiet-accounts')).toEqual([]);
  // All that it is graded by is the other's, which the test before has graded.
  const [copy, other] = [await readExercise('quiet-accounts'), await readExercise('busy-accounts')];
  const { title, summary, order } = copy.spec;
  expect(copy).toEqual({ ...other, id: copy.id, spec: { ...other.spec, title, summary, order } });
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
  const asked = await checkFiles('busy-again');
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
  // Answers that the scaffold has not foreseen: the check grades them with its own.
  await writeFile(join(folder, 'also', 'named.sql'), 'create index by_title on "Copies" (title_id, id);\n');
  await writeFile(
    join(folder, 'wrong', 'of-the-price.sql'),
    '-- fails: seeks, pages\ncreate index on "Copies" (price);\n',
  );
  expect(await check(['copies-of-a-title'])).toEqual([]);
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
  expect(await why('b', { task: 'tun' })).toMatch(/no scaffold for a task “tun”: name tune or rewrite/);
  expect(await why('b', { task: 'design' })).toMatch(/for a design: .*“A rule to keep”/);
  expect(await why('b', { module: 'none' })).toMatch(/there is no module “none”/);
  expect(scaffoldLesson(places, course, 'indexing')).toMatchObject({ kind: 'refused' });
});
