import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, EngineFault } from '../engine/engine.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { pairsExercise } from '../session/pairs-exercise.ts';
import { atOf, startFails } from './broken-parts.ts';
import { checkExercise } from './check-exercises.ts';
import { exitOf, gradeFiles, listSubmissions, writeGraded } from './grade-files.ts';
import { findPlaces } from './places.ts';

const exercise = pairsExercise(
  {
    task: 'tune',
    allow: ['create-index'],
    workload: [{ id: 'query', sql: 'select b from pairs where a = $1', shown: [[5]] }],
    checks: [{ id: 'seeks', kind: 'access', of: 'query', table: 'pairs', via: 'index' }],
  },
  {
    setup: 'create table pairs as select g as a, g % 10 as b from generate_series(1, 2000) g; vacuum analyze',
    solution: 'create index on pairs (a)',
  },
);

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await openTestEngine();
  folder = await mkdtemp(join(tmpdir(), 'planwright-grade-'));
  const file = (name: string, sql: string) => writeFile(join(folder, name), sql);
  await file('a.sql', exercise.solution);
  await file('b.sql', 'create index deadly on pairs (b)');
  await file('c.sql', '');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await engine.dispose();
});

/** An engine whose database dies of a word. */
const dyingOf = (word: string): Engine => ({
  ...engine,
  async open(ref) {
    const session = await engine.open(ref);
    return {
      ...session,
      run(sql, limits) {
        if (sql.includes(word)) throw new EngineFault('crashed', 'the database died');
        return session.run(sql, limits);
      },
    };
  },
});

it('a fault while one file is graded leaves the others their line', async () => {
  const graded = await gradeFiles(dyingOf('deadly'), exercise, await listSubmissions(folder));
  const lines = writeGraded(graded, { single: false, json: false }).split('\n');
  expect(lines.map((line) => line.replace(`${folder}/`, ''))).toEqual([
    'a.sql  passed',
    'b.sql  not graded, which is our fault: crashed: the database died',
    'c.sql  not yet: seeks',
  ]);
  expect(exitOf(graded)).toBe(2);
  const parsed: unknown = JSON.parse(writeGraded(graded, { single: false, json: true }));
  expect(parsed).toMatchObject([
    { report: { passed: true } },
    { fault: { code: 'crashed', message: 'the database died' } },
    { report: { passed: false } },
  ]);
});

it('the check says in which file a fault came', async () => {
  const spec = {
    ...exercise,
    wrong: [{ name: 'b', sql: 'create index deadly on pairs (b)', fails: ['seeks'], misconceptions: [] }],
  };
  await expect(checkExercise(findPlaces(), dyingOf('deadly'), spec)).rejects.toMatchObject({
    code: 'crashed',
    message: 'exercises/pairs/wrong/b.sql: the database died',
  });
});

it('and that a fault while the start is observed is none of the author’s', async () => {
  await expect(checkExercise(findPlaces(), dyingOf('prepare'), exercise)).rejects.toMatchObject({
    code: 'crashed',
    message: 'exercises/pairs/exercise.mdx: the database died',
  });
});

it('a query that does not run is its author’s mistake, and none of ours', async () => {
  const workload = [{ id: 'query', sql: 'select c from pairs where a = $1', shown: [[5]] }];
  const broken = { ...exercise, spec: { ...exercise.spec, workload } };
  const thrown: unknown = await gradeFiles(engine, broken, []).catch((fault: unknown) => fault);
  const of = { engine, exercise: broken, at: atOf(findPlaces(), broken), front: undefined };
  expect(await startFails(thrown, of)).toMatchObject([
    {
      file: 'exercises/pairs/exercise.mdx',
      what: expect.stringMatching(/^the query “query” fails: .*“?"?c/),
    },
  ]);
  await expect(startFails(new EngineFault('crashed', 'it died'), of)).rejects.toThrow('it died');
});

it('a file that cannot be read is the mistake of whoever named it', async () => {
  await expect(gradeFiles(engine, exercise, [folder])).rejects.toThrow(
    `${folder} is a folder, and not a file. Fix: mend it, or name another file.`,
  );
});
