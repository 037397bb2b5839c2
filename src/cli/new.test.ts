import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** What pg_dump 18 prints of a small schema of somebody else's, its rows made longer here. */
function foreignDump(): string {
  const cities = ['Łódź', 'São Paulo', "L'Aquila", 'Tab\\tville', '\\N'];
  const rows = Array.from({ length: 20_000 }, (_, i) => {
    const carrier = (i * 7919) % 3001;
    return `${i + 1}\t${carrier}\t${(i % 997) / 10}\t2024-0${1 + (i % 9)}-11 08:00:00+00\t${cities[i % 5]}`;
  });
  return `--
-- PostgreSQL database dump
--

\\restrict Xk2

-- Dumped from database version 18.4
SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
SET default_table_access_method = heap;

CREATE TYPE public.state AS ENUM ('sent', 'lost');
ALTER TYPE public.state OWNER TO ops;

CREATE TABLE public.parcels (
    id integer NOT NULL,
    carrier_id integer NOT NULL,
    weight numeric(6,1),
    sent_at timestamp with time zone DEFAULT now(),
    city text,
    state public.state DEFAULT 'sent'::public.state
);
ALTER TABLE public.parcels OWNER TO ops;
CREATE SEQUENCE public.parcels_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.parcels_id_seq OWNED BY public.parcels.id;
ALTER TABLE ONLY public.parcels ALTER COLUMN id SET DEFAULT nextval('public.parcels_id_seq'::regclass);

COPY public.parcels (id, carrier_id, weight, sent_at, city) FROM stdin;
${rows.join('\n')}
\\.

SELECT pg_catalog.setval('public.parcels_id_seq', 20000, true);
ALTER TABLE ONLY public.parcels
    ADD CONSTRAINT parcels_pkey PRIMARY KEY (id);
GRANT SELECT ON TABLE public.parcels TO reader;

\\unrestrict Xk2
`;
}

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
    course,
    problems: [],
  };
  for (const name of ['begun', 'parcels'])
    await mkdir(join(exercises, '_datasets', name), { recursive: true });
  await mkdir(content);
  await writeFile(join(exercises, '_datasets', 'begun', 'seed.sql'), SEED);
  await writeFile(join(exercises, '_datasets', 'parcels', 'dump.sql'), foreignDump());
  const prepared = await prepareWhatBuilds(places, () => {});
  expect(prepared.problems).toEqual([]);
  engine = prepared.engine;
  for (const [at, name] of ['begun', 'parcels'].entries()) {
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
  for (const name of ['begun', 'parcels'])
    await fillIn(join(places.exercises, '_datasets', name, 'dataset.yaml'));
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

test('a dump of a foreign schema becomes an exercise that grades', LONG, async () => {
  const course = await readCourse(places);
  const made = await scaffoldExercise(places, engine, course, { id: 'late-parcels', dataset: 'parcels' });
  if (made.kind === 'refused') throw new Error(made.why);
  const folder = join(places.exercises, 'late-parcels');
  await writeFiles(folder, made.files);
  expect(made.files.get('solution.sql')).toBe('create index on parcels (carrier_id);\n');
  for (const file of ['exercise.mdx', 'start.sql']) await fillIn(join(folder, file));
  expect(await check(['late-parcels'])).toEqual([]);
  const read = await readExerciseFolder(places, 'late-parcels');
  if (read.kind === 'problems') throw new Error(read.problems.map(formatProblem).join('\n'));
  const start = await observeStart(engine, read.exercise);
  const grade = (sql: string) => submit(engine, read.exercise, start, sql);
  expect((await grade('create index parcels_by_carrier on parcels (carrier_id, id);')).passed).toBe(true);
  expect((await grade('create index on parcels (weight);')).passed).toBe(false);
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
  expect(await why('late-parcels')).toMatch(/is there already/);
  expect(await why('b', { dataset: 'none' })).toMatch(
    /there is no dataset “none”: name one of begun, parcels/,
  );
  expect(await why('b', { module: 'none' })).toMatch(/there is no module “none”/);
  expect(scaffoldLesson(places, course, 'indexing')).toMatchObject({ kind: 'refused' });
});
