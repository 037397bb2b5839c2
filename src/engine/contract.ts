import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatasetRef, type Engine, EngineFault, type Run, type Session } from './engine.ts';

/** What an engine must show to be one. */
export interface ContractSubject {
  readonly name: string;
  open(): Promise<Engine>;
  /** A dataset with no table. */
  readonly empty: DatasetRef;
  /** False where a runaway query is ended by the server itself, and the session lives on. */
  readonly timeoutClosesSession: boolean;
}

/** Long enough for a machine whose cores are all busy; what has to be cut short says so itself. */
const LIMITS = { timeoutMs: 120_000 };

function okay(run: Run): Run & { kind: 'ok' } {
  if (run.kind !== 'ok') throw new Error(`expected rows, got ${JSON.stringify(run)}`);
  return run;
}

/** One suite over every engine. */
export function describeEngine(subject: ContractSubject): void {
  describe(subject.name, () => {
    let engine: Engine;
    let session: Session;
    beforeAll(async () => {
      engine = await subject.open();
      session = await engine.open(subject.empty);
    });
    afterAll(async () => {
      await engine.dispose();
    });
    const run = async (sql: string) => session.run(sql, LIMITS);
    const rows = async (sql: string) => okay(await run(sql)).results.at(-1)?.rows;

    it('returns text cells, and null for NULL', async () => {
      expect(
        await rows(`select 1, 1.50::numeric, true, null, '', 'NULL', '{1,2}'::int[], 9007199254740993::int8`),
      ).toEqual([['1', '1.50', 't', null, '', 'NULL', '{1,2}', '9007199254740993']]);
    });

    it('keeps duplicate and odd column names in their order', async () => {
      const result = okay(await run('select 1 as a, 2 as a, 3 as "__proto__", 4 as "<b>"')).results[0];
      expect(result?.columns.map((column) => column.name)).toEqual(['a', 'a', '__proto__', '<b>']);
      expect(result?.rows).toEqual([['1', '2', '3', '4']]);
    });

    it('runs statements one by one, each its own transaction', async () => {
      const done = okay(
        await run('create table t (a int); insert into t select generate_series(1, 5); vacuum t; table t'),
      );
      expect(done.results.map((result) => [result.command, result.rowCount])).toEqual([
        ['CREATE TABLE', 0],
        ['INSERT', 5],
        ['VACUUM', 0],
        ['SELECT', 5],
      ]);
    });

    it('stops at the first error, says which statement and where, and keeps what came before', async () => {
      const sql = `select 'é😀'; select 1; select "naïve", nope from t`;
      const done = await run(sql);
      if (done.kind !== 'sql-error') throw new Error('expected an error');
      expect(done.at).toBe(2);
      expect(done.results).toHaveLength(2);
      expect(done.error.sqlstate).toBe('42703');
      expect(done.error.position).toBe(sql.indexOf('"naïve"'));
    });

    it('says how to go on where a statement failed inside a transaction', async () => {
      await run('begin; select 1 / 0');
      const done = await run('select 1');
      expect(done).toMatchObject({ error: { sqlstate: '25P02', hint: expect.stringMatching(/ROLLBACK/) } });
      okay(await run('rollback'));
    });

    it('says what was too large where temporary files are full', async () => {
      const wide = 'select g, repeat(md5(g::text), 32) as s from generate_series(1, 90000) g';
      const done = await run(`select g from (${wide}) w order by s || g offset 89999`);
      expect(done).toMatchObject({ error: { sqlstate: '53400', hint: expect.stringMatching(/fewer rows/) } });
    });

    it('places a syntax error in the text', async () => {
      const sql = "select 'ü';\nselec 1";
      const done = await run(sql);
      if (done.kind !== 'sql-error') throw new Error('expected an error');
      expect(done.error.sqlstate).toBe('42601');
      expect(done.error.position).toBe(sql.indexOf('selec 1'));
    });

    it('takes an empty script and comments for nothing', async () => {
      expect(okay(await run('')).results).toEqual([]);
      expect(okay(await run('-- nothing\n/* at all */ ;')).results).toEqual([]);
    });

    it('cuts rows and cells at the caps and still counts them', async () => {
      const many = okay(
        await session.run('select g from generate_series(1, 5000) g', { ...LIMITS, maxRows: 10 }),
      );
      expect(many.results[0]).toMatchObject({ rowCount: 5000, truncated: true });
      expect(many.results[0]?.rows).toHaveLength(10);
      const wide = okay(await session.run(`select repeat('x', 5000000)`, { ...LIMITS, maxCellBytes: 100 }));
      expect(wide.results[0]?.rows[0]?.[0]).toHaveLength(100);
      expect(wide.results[0]?.truncated).toBe(true);
    });

    it('cuts what many statements return together, too, and still counts it', async () => {
      const limits = { ...LIMITS, maxRows: 10, maxBytes: 1_000 };
      const kept = async (sql: string) => {
        const { results } = okay(await session.run(sql, limits));
        return { results, rows: results.reduce((sum, { rows }) => sum + rows.length, 0) };
      };
      const short = await kept('select g from generate_series(1, 20) g; '.repeat(100));
      expect(short.rows).toBeLessThan(1_000);
      expect(short.results.at(-1)).toMatchObject({ rowCount: 20, rows: [], truncated: true });
      const long = await kept(`select repeat('x', 900); `.repeat(100));
      expect(long.rows).toBeLessThan(20);
    });

    it('hands on notices, and no more than a page can show', async () => {
      const loud = okay(
        await run(`do $$ begin for i in 1..5000 loop raise notice 'n %', i; end loop; end $$`),
      );
      expect(loud.notices[0]).toEqual({ severity: 'NOTICE', message: 'n 1' });
      expect(loud.notices.length).toBeLessThanOrEqual(200);
      const each = okay(await run(`do $$ begin raise notice 'n'; end $$; `.repeat(300)));
      expect(each.notices.length).toBeLessThanOrEqual(200);
    });

    it.each([
      [
        'an endless recursive query',
        'with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r',
      ],
      [
        'endless recursion',
        'create function f(i int) returns int language plpgsql as $$ begin return f(i + 1); end $$; select f(1)',
      ],
      ['deep nesting', `select 1${'+1'.repeat(3000)}`],
    ])('turns %s into an error and goes on', async (_, sql) => {
      expect((await run(sql)).kind).toBe('sql-error');
      expect(await rows('select 1')).toEqual([['1']]);
    });

    it('ends functions in SQL that call each other for ever, and says why', async () => {
      const other = await engine.open(subject.empty);
      const endless = `set check_function_bodies = off;
        create function g(i int) returns int language sql as $$ select g(i + 1) + 1 $$; select g(1)`;
      const ended = await other.run(endless, LIMITS).then(
        (done) => (done.kind === 'sql-error' ? done.error.sqlstate : done.kind),
        (thrown: unknown) => (thrown instanceof EngineFault ? thrown.code : thrown),
      );
      expect(ended).toBeOneOf(['54001', 'too-deep']);
      await other.close();
    });

    it('refuses what would wedge it, with a reason', async () => {
      const done = await run('copy t from stdin');
      expect(done.kind).toBe('sql-error');
      expect(await rows('select 1')).toEqual([['1']]);
    });

    it('ends a runaway statement at the time limit', async () => {
      const other = await engine.open(subject.empty);
      const done = await other.run('do $$ begin loop end loop; end $$', { timeoutMs: 300 });
      expect(done.kind).toBe('timeout');
      if (subject.timeoutClosesSession)
        await expect(other.run('select 1', LIMITS)).rejects.toThrow(/time limit/);
      await other.close();
    });

    it('stops at once when it is closed', async () => {
      const other = await engine.open(subject.empty);
      const running = other.run('select pg_sleep(20)', LIMITS);
      setTimeout(() => void other.close(), 200);
      const began = performance.now();
      expect((await running).kind).toBe('stopped');
      expect(performance.now() - began).toBeLessThan(10_000);
    });

    it('opens a pristine copy each time', async () => {
      const first = await engine.open(subject.empty);
      okay(await first.run('create table mark (a int)', LIMITS));
      await first.close();
      const second = await engine.open(subject.empty);
      expect(okay(await second.run(`select to_regclass('mark')`, LIMITS)).results[0]?.rows).toEqual([[null]]);
      await second.close();
    });

    it('runs the setup and loads extensions before it hands out a session', async () => {
      const prepared = await engine.open({
        ...subject.empty,
        extensions: ['pg_trgm'],
        setup: 'create table s as select 7 as n',
      });
      const done = okay(await prepared.run(`select n, 'postgres' % 'postgers' from s`, LIMITS));
      expect(done.results[0]?.rows).toEqual([['7', 't']]);
      await prepared.close();
    });
  });
}
