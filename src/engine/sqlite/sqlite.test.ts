import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Run, Session } from '../engine.ts';
import { createNodeSqlite } from './node-sqlite.ts';

const LIMITS = { timeoutMs: 60_000 };
let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = createNodeSqlite(async () => undefined);
  session = await engine.open({ name: 'empty' });
});
afterAll(() => engine.dispose());

const run = (sql: string, limits = {}) => session.run(sql, { ...LIMITS, ...limits });
const failure = (done: Run) => (done.kind === 'sql-error' ? done.error : undefined);

describe('a SQLite behind the engine interface', () => {
  it('runs statement after statement, each on what the one before it made', async () => {
    const done = await run(
      "create table t (id integer primary key, a text); insert into t (a) values ('ä'), (null); select * from t;",
    );
    expect(done).toMatchObject({
      kind: 'ok',
      results: [
        { command: 'CREATE TABLE', columns: [], rowCount: 0 },
        { command: 'INSERT', columns: [], rowCount: 2 },
        {
          command: 'SELECT',
          rows: [
            ['1', 'ä'],
            ['2', null],
          ],
          rowCount: 2,
          truncated: false,
        },
      ],
    });
  });

  it('says what a statement did that begins with WITH', async () => {
    const done = await run(
      'create temp table w (a); with x(a) as (select 1 union select 2) insert into w select a from x; with x as (select a from w) select * from x',
    );
    expect(done).toMatchObject({
      results: [
        { command: 'CREATE TABLE' },
        { command: 'INSERT', rowCount: 2 },
        { command: 'SELECT', rowCount: 2 },
      ],
    });
  });

  it('takes numbers for numbers and shows bytes as SQLite writes them', async () => {
    const done = await run("select 1, 1.5, x'00ff', 'text', null");
    const [result] = done.kind === 'ok' ? done.results : [];
    expect(result?.columns.map(({ type }) => type)).toEqual([20, 701, 17, 25, 25]);
    expect(result?.rows).toEqual([['1', '1.5', "x'00ff'", 'text', null]]);
  });

  it('points at the place of an error behind letters of two bytes, and keeps what ran before it', async () => {
    const sql = "select 'ää'; select 'ß', absent from t";
    const done = await run(sql);
    expect(failure(done)).toEqual({
      sqlstate: 'SQLITE_ERROR',
      severity: 'ERROR',
      message: 'no such column: absent',
      position: sql.indexOf('absent'),
    });
    expect(done).toMatchObject({ at: 1, results: [{ rows: [['ää']] }] });
  });

  it('says which rule a row breaks by the name of the result code', async () => {
    const done = await run('create table s (n integer) strict; insert into s values (1), (2.5)');
    expect(failure(done)).toMatchObject({
      sqlstate: 'SQLITE_CONSTRAINT_DATATYPE',
      message: 'cannot store REAL value in INTEGER column s.n',
    });
  });

  it('counts the pages that a statement asked for, and the rows of an index for one run', async () => {
    await run(`create table big as with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
      select i as id, 'a text of some length, number ' || i as words from n; create table few as select id from big where id % 100 = 0`);
    const [scan] = await works('select count(*) from big where id > 5');
    expect(scan?.pages).toBeGreaterThan(50);
    const [search] = await works(
      'create unique index big_id on big (id); select words from big where id = 7',
      1,
    );
    expect(search?.pages).toBeLessThan(8);
    const [join] = await works(
      'select count(*) from few a join few b on a.id + 0 = b.id + 0 and a.id = b.id',
    );
    expect(join?.automaticIndexRows).toBe(199);
  });

  async function works(sql: string, from = 0) {
    const done = await run(sql);
    return done.kind === 'ok' ? done.results.slice(from).map(({ work }) => work) : [];
  }

  it('keeps no more rows and no more of a cell than it may, and counts the rest', async () => {
    const many = await run('select id from big', { maxRows: 3 });
    expect(many).toMatchObject({
      results: [{ rows: [['1'], ['2'], ['3']], rowCount: 20_000, truncated: true }],
    });
    const long = await run('select hex(zeroblob(100000))', { maxCellBytes: 10 });
    expect(long).toMatchObject({ results: [{ rows: [['0000000000']], truncated: true }] });
  });

  it('splits where SQLite says that a statement is complete', async () => {
    const parsed = await session.parse(
      "create trigger x after insert on t begin select 1; select ';'; end; -- a; b\nselect 2",
    );
    expect(parsed.kind === 'ok' && parsed.statements.map(({ text }) => text)).toEqual([
      "create trigger x after insert on t begin select 1; select ';'; end;",
      '-- a; b\nselect 2',
    ]);
  });

  it('is nothing to run where there are only comments', async () => {
    expect(await run(' -- nothing\n ;; /* here */ ')).toMatchObject({ kind: 'ok', results: [] });
    expect(await run(`${';'.repeat(50_000)}select 1`)).toMatchObject({ results: [{ rows: [['1']] }] });
  });

  it('ends what does not end at its time limit, and opens an empty one after it', async () => {
    const other = await engine.open({ name: 'empty' });
    const endless = 'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n';
    expect(await other.run(endless, { timeoutMs: 300 })).toEqual({ kind: 'timeout', afterMs: 300 });
    expect(other.ended).toBe(true);
    const next = await engine.open({ name: 'empty' });
    expect(await next.run('select count(*) from sqlite_schema', LIMITS)).toMatchObject({
      results: [{ rows: [['0']] }],
    });
    await next.close();
  });
});
