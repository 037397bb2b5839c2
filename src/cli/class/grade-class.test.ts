import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Exercise } from '../../exercise/exercise.ts';
import { readExerciseFolder } from '../check-exercises.ts';
import { findPlaces } from '../places.ts';
import { gradeClass } from './grade-class.ts';
import { writeHostileFiles, writeOddEntries } from './hostile-files.ts';
import { listClassFiles } from './list-files.ts';
import type { Outcome } from './verdict.ts';

/** Two of the catalogue's exercises that no clock decides, and quick ones: one changes the database, one is a query. */
const EXERCISES = ['countries-and-newest', 'threads-of-a-project'];
const FILES = 200;
const HOSTILE = 40;

interface Expected {
  readonly exercise: string;
  readonly sql: string;
  readonly outcomes: readonly Outcome[];
  /** Checks that have to be among those that failed. */
  readonly fails: readonly string[];
}

/** An exercise's own texts, with what its author says becomes of them. */
function textsOf({ id, start, solution, also, wrong }: Exercise): readonly Expected[] {
  const right = [solution, ...also.map(({ sql }) => sql)];
  return [
    { exercise: id, sql: start, outcomes: ['failed', 'refused', 'sql-error'], fails: [] },
    ...right.map((sql) => ({ exercise: id, sql, outcomes: ['passed'], fails: [] }) as const),
    ...wrong.map(({ sql, fails }) => ({
      exercise: id,
      sql,
      outcomes: [fails.includes('gate') ? 'refused' : 'failed'] as const,
      fails: fails.filter((check) => check !== 'gate'),
    })),
  ];
}

/** Texts that no exercise has foreseen. */
const ATTACKS: readonly (readonly [sql: string, outcomes: readonly Outcome[]])[] = [
  ['', ['failed', 'refused']],
  ['selec nonsense', ['sql-error']],
  ['select 1 \0', ['sql-error']],
  [`select ${'('.repeat(3000)}1${')'.repeat(3000)}`, ['sql-error']],
  [`-- ${'x'.repeat(90_000)}\nselect 1`, ['failed', 'refused']],
  [`copy (select 1) to program 'touch /tmp/planwright-was-here'`, ['refused']],
  [`select pg_read_file('/etc/passwd')`, ['refused']],
  ['set enable_seqscan = off', ['refused']],
  ['do $$ begin loop end loop; end $$', ['refused']],
  ['drop table orders cascade', ['refused']],
];

const result = z.object({
  learners: z.array(
    z.object({
      file: z.string(),
      why: z.string().optional(),
      answers: z.array(
        z.object({
          exercise: z.string(),
          sql: z.string(),
          outcome: z.string(),
          checks: z.array(z.object({ id: z.string(), state: z.string() })),
        }),
      ),
    }),
  ),
  alike: z.array(z.object({ members: z.array(z.object({ file: z.string() })) })),
});

const pick = <T>(items: readonly T[], at: number): T => {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
};

describe('a class of 200 files', () => {
  let home: string;
  let out: string;
  const expected = new Map<string, readonly Expected[]>();
  const said: string[] = [];
  const run = async () => {
    said.length = 0;
    const console_ = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    const options = {
      folder: join(home, 'class'),
      out,
      lanes: 2,
      exercises: undefined,
      engine: 'pglite',
    } as const;
    const code = await gradeClass({ ...options, json: true });
    console_.mockRestore();
    return { code, summary: JSON.parse(said.join('\n')) };
  };
  const readResults = async () => result.parse(JSON.parse(await readFile(join(out, 'results.json'), 'utf8')));

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'planwright-class-'));
    out = join(home, 'results');
    await mkdir(join(home, 'class'));
    const texts: Expected[] = [];
    for (const id of EXERCISES) {
      const read = await readExerciseFolder(findPlaces(), id);
      if (read.kind !== 'ok') throw new Error(JSON.stringify(read.problems));
      texts.push(...textsOf(read.exercise));
    }
    const attacks = EXERCISES.flatMap((exercise) =>
      ATTACKS.map(([sql, outcomes]) => ({ exercise, sql, outcomes, fails: [] })),
    );
    const odd = await writeOddEntries(join(home, 'class'));
    await writeHostileFiles(join(home, 'class'), HOSTILE - odd.length);
    for (let at = 0; at < FILES - HOSTILE; at += 1) {
      const answers = new Map<string, Expected>();
      const unknown = {
        exercise: '../../../etc',
        sql: 'x',
        outcomes: ['unknown-exercise'],
        fails: [],
      } as const;
      for (const answer of [pick(texts, at), pick(attacks, at * 7), ...(at % 10 === 0 ? [unknown] : [])])
        if (!answers.has(answer.exercise)) answers.set(answer.exercise, answer);
      const file = `learner-${at}.json`;
      expected.set(file, [...answers.values()]);
      const list = [...answers.values()].map(({ exercise, sql }) => ({ exercise, sql }));
      const text = JSON.stringify({
        format: 1,
        kind: 'planwright-answers',
        learner: `=L${at}`,
        answers: list,
      });
      await writeFile(join(home, 'class', file), text);
    }
  });
  afterAll(() => rm(home, { recursive: true }));

  it('is graded with every verdict as expected', { timeout: 600_000 }, async () => {
    const { code, summary } = await run();
    expect(code).toBe(0);
    expect(summary).toMatchObject({ files: FILES, withoutAnswers: HOSTILE, faults: 0, gradedBefore: 1 });
    expect(summary.gradedNow).toBeGreaterThan(30);
    const { learners } = await readResults();
    const wrong = learners.flatMap(({ file, answers }) =>
      (expected.get(file) ?? []).flatMap((wanted) => {
        const got = answers.find(({ exercise, sql }) => exercise === wanted.exercise && sql === wanted.sql);
        const failed = got?.checks.flatMap(({ id, state }) => (state === 'failed' ? [id] : [])) ?? [];
        const right = wanted.outcomes.some((outcome) => outcome === got?.outcome);
        return right && wanted.fails.every((id) => failed.includes(id)) ? [] : [{ file, wanted, got }];
      }),
    );
    expect(wrong).toEqual([]);
    const outcomes = new Set(learners.flatMap(({ answers }) => answers.map(({ outcome }) => outcome)));
    expect([...outcomes].sort()).toEqual(['failed', 'passed', 'refused', 'sql-error', 'unknown-exercise']);
  });

  it('has a line for every file, in each of the three results', async () => {
    const files = (await listClassFiles(join(home, 'class'))).map(({ path }) => path);
    expect(files).toHaveLength(FILES);
    const { learners } = await readResults();
    expect(learners).toHaveLength(FILES);
    const csv = await readFile(join(out, 'results.csv'), 'utf8');
    const rows = Papa.parse<string[]>(csv, { header: false, skipEmptyLines: true }).data.slice(1);
    expect(new Set(rows.map(([file]) => file)).size).toBe(FILES);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const page = await readFile(join(out, 'report.html'), 'utf8');
    expect(page.match(/<details id="learner-/g)).toHaveLength(FILES - HOSTILE);
    expect(page).not.toMatch(/<script|<img/);
  });

  it('goes on where it was stopped, with a line cut short, and comes to the same results', async () => {
    const before = await readResults();
    const state = join(out, 'graded.jsonl');
    const lines = (await readFile(state, 'utf8')).trimEnd().split('\n');
    await writeFile(state, `${lines.slice(0, -2).join('\n')}\n${lines.at(-2)?.slice(0, 40)}`);
    const { summary } = await run();
    expect(summary).toMatchObject({ gradedNow: 2, gradedBefore: lines.length - 2 + 1, faults: 0 });
    expect(await readResults()).toEqual(before);
    expect((await run()).summary).toMatchObject({ gradedNow: 0, faults: 0 });
  });

  it('wrote into the output folder and nowhere else', async () => {
    const names = (await listClassFiles(home))
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('class/'));
    const written = ['graded.jsonl', 'report.html', 'results.csv', 'results.json'];
    expect(names).toEqual(written.map((name) => `results/${name}`));
    await expect(lstat('/tmp/planwright-was-here')).rejects.toThrow(/ENOENT/);
  });
});

it('refuses an output folder inside the class, by a link too, and a class that is not there', async () => {
  const home = await mkdtemp(join(tmpdir(), 'planwright-class-'));
  const [folder, link] = [join(home, 'class'), join(home, 'link')];
  await mkdir(folder);
  await symlink(folder, link);
  const graded = (at: string, out: string) =>
    gradeClass({ folder: at, out, lanes: 1, exercises: undefined, engine: 'pglite', json: true });
  try {
    for (const out of [folder, join(folder, 'x'), link, join(link, 'x', 'y')])
      for (const at of [folder, link]) await expect(graded(at, out)).rejects.toThrow(/another place/);
    await expect(graded(join(home, 'no'), join(home, 'out'))).rejects.toThrow(/there is no folder/);
    expect((await listClassFiles(home)).map(({ path }) => path)).toEqual(['class', 'link']);
  } finally {
    await rm(home, { recursive: true });
  }
});
