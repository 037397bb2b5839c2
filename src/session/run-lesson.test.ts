import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeLesson } from '../course/judge-lesson.ts';
import { readLesson } from '../course/read-lesson.ts';
import { wantedPlans } from '../course/wanted-plans.ts';
import type { Engine } from '../engine/engine.ts';
import { createNodeSqlite } from '../engine/sqlite/node-sqlite.ts';
import { openTestEngine } from '../engine/test-engine.ts';
import { runLesson } from './run-lesson.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.dispose());

const block = (id: string, sql: string, more = '') =>
  `<Sql id="${id}" caption="${id}" ${more}>\n\n\`\`\`sql\n${sql}\n\`\`\`\n\n</Sql>\n`;

async function check(...parts: readonly string[]) {
  const read = readLesson('a.mdx', 'a/a', `---\ndataset: empty\n---\n\n${parts.join('\n')}`);
  if (read.kind !== 'ok') throw new Error(read.errors[0]?.what);
  const { lesson } = read;
  const run = { blocks: lesson.blocks, plans: wantedPlans(lesson) };
  const engines = { postgres: engine, makeSqlite: createNodeSqlite };
  const measured = await runLesson(engines, run, { name: 'empty' });
  const problems = judgeLesson(lesson, measured).problems.map(
    ({ line, column, what, fix }) => `${line}:${column}: ${what}. Fix: ${fix}.`,
  );
  return { measured, problems };
}

const TABLE = 'create sequence drawn; create table t (n int)';
const COUNT = block(
  'count',
  "select nextval('drawn'), pg_relation_size('t') / 8192",
  "expect={{ cell: '2' }}",
);
const FILL = "insert into t select nextval('drawn')";

describe('runLesson', () => {
  it('writes what a block writes once, where nobody asks for its plan', async () => {
    const { problems, measured } = await check(
      block('table', TABLE),
      block('fill', FILL, 'expect={{ rows: 1 }}'),
      COUNT,
    );
    expect(problems).toEqual([]);
    expect(measured.get('fill')?.plan).toBeUndefined();
  });

  it('runs a write once more, and rolls it back, where its plan is shown, claimed or taken a figure from', async () => {
    const asks = [
      block('fill', FILL, 'plan'),
      block('fill', FILL, "expect={{ node: 'ModifyTable' }}"),
      `${block('fill', FILL)}\n<Figure of="fill" show="pages" />`,
    ];
    for (const fill of asks) {
      const { problems, measured } = await check(
        block('table', TABLE),
        fill,
        block('drawn', "select nextval('drawn'), count(*) from t", "expect={{ cell: '3' }}"),
        block('rows', 'select count(*) from t', "expect={{ cell: '1' }}"),
      );
      expect(problems).toEqual([]);
      expect(measured.get('fill')?.plan?.root.kind).toBe('ModifyTable');
    }
  });

  it('takes the plan of a write that explains itself from what it printed', async () => {
    const { problems } = await check(
      block('table', TABLE),
      block('fill', `explain (analyze) ${FILL}`, "expect={{ node: 'ModifyTable' }}"),
      COUNT,
    );
    expect(problems).toEqual([]);
  });

  it('explains the block that a ratio is to', async () => {
    const { problems } = await check(
      block('table', 'create table t as select g as n from generate_series(1, 5000) g; analyze t'),
      block('whole', 'select count(*) from t'),
      block('part', 'select n from t limit 1', "expect={{ ratio: { to: 'whole', pagesAtLeast: 5 } }}"),
    );
    expect(problems).toEqual([]);
  });

  it('says where a block fails that does not say that it should', async () => {
    const { problems } = await check(
      block('table', TABLE),
      block('broken', 'select 1;\nselect nothing\nfrom t'),
      block('setup', 'insert into t values (1, 2)', 'setup'),
      block('meant', 'select 1 / 0', "expect={{ error: '22012' }}"),
    );
    expect(problems).toEqual([
      '17:8: block “broken”: the block failed: column "nothing" does not exist (42703). Fix: mend the SQL, or claim the error: expect={{ error: \'42703\' }}.',
      '26:13: block “setup”: the block failed: relation "t" does not exist (42P01). Fix: mend the SQL, or claim the error: expect={{ error: \'42P01\' }}.',
    ]);
  });
});

describe('blocks on SQLite', () => {
  it('run on one database beside PostgreSQL, and are judged by its steps and its counts', async () => {
    const { problems, measured } = await check(
      block('first', 'select 1', 'expect={{ rows: 1 }}'),
      block(
        'mine',
        'create table t (n); insert into t values (1), (2)',
        'engine="sqlite" expect={{ rows: 2 }}',
      ),
      block(
        'read',
        'select n from t where n > 1',
        `engine="sqlite" expect={{ step: 'SCAN t', cell: '2', pagesAtMost: 5 }}`,
      ),
      block('wrong', 'insert into t values (1, 2)', `engine="sqlite" expect={{ error: 'SQLITE_ERROR' }}`),
    );
    expect(problems).toEqual([]);
    expect(measured.get('read')).toMatchObject({ steps: ['SCAN t'], rows: 1, cell: '2' });
  });

  it('that fail are told at their place, as PostgreSQL’s are', async () => {
    const { problems } = await check(
      block('a', "select\n  'ä', absent from sqlite_schema", 'engine="sqlite"'),
    );
    expect(problems).toEqual([
      "9:8: block “a”: the block failed: no such column: absent (SQLITE_ERROR). Fix: mend the SQL, or claim the error: expect={{ error: 'SQLITE_ERROR' }}.",
    ]);
  });
});
