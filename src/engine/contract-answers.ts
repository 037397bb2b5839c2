import { expect, it } from 'vitest';
import { LIMITS, type Opened, okay } from './contract-session.ts';

/** What a session answers: rows and columns as text, errors at their place, and no more than the caps allow. */
export function itAnswers({ session, run, rows }: Opened): void {
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
    expect(done.error.hint).toBe(
      'Nothing of this text was run: it is read whole before its first statement runs.',
    );
    const first = await run("selec ';'; select 1");
    expect(first.kind === 'sql-error' && first.error.hint).toBeUndefined();
  });

  it('takes an empty script and comments for nothing', async () => {
    expect(okay(await run('')).results).toEqual([]);
    expect(okay(await run('-- nothing\n/* at all */ ;')).results).toEqual([]);
  });

  it('cuts rows and cells at the caps and still counts them', async () => {
    const many = okay(
      await session().run('select g from generate_series(1, 5000) g', { ...LIMITS, maxRows: 10 }),
    );
    expect(many.results[0]).toMatchObject({ rowCount: 5000, truncated: true });
    expect(many.results[0]?.rows).toHaveLength(10);
    const wide = okay(await session().run(`select repeat('x', 5000000)`, { ...LIMITS, maxCellBytes: 100 }));
    expect(wide.results[0]?.rows[0]?.[0]).toHaveLength(100);
    expect(wide.results[0]?.truncated).toBe(true);
  });

  it('cuts what many statements return together, too, and still counts it', async () => {
    const limits = { ...LIMITS, maxRows: 10, maxBytes: 1_000 };
    const kept = async (sql: string) => {
      const { results } = okay(await session().run(sql, limits));
      return { results, rows: results.reduce((sum, { rows }) => sum + rows.length, 0) };
    };
    const short = await kept('select g from generate_series(1, 20) g; '.repeat(100));
    expect(short.rows).toBeLessThan(1_000);
    expect(short.results.at(-1)).toMatchObject({ rowCount: 20, rows: [], truncated: true });
    const long = await kept(`select repeat('x', 900); `.repeat(100));
    expect(long.rows).toBeLessThan(20);
  });

  it('hands on notices, and no more than a page can show', async () => {
    const loud = okay(await run(`do $$ begin for i in 1..5000 loop raise notice 'n %', i; end loop; end $$`));
    expect(loud.notices[0]).toEqual({ severity: 'NOTICE', message: 'n 1' });
    expect(loud.notices.length).toBeLessThanOrEqual(200);
    const each = okay(await run(`do $$ begin raise notice 'n'; end $$; `.repeat(300)));
    expect(each.notices.length).toBeLessThanOrEqual(200);
  });
}
