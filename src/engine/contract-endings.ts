import { expect, it } from 'vitest';
import { type ContractSubject, LIMITS, type Opened, okay } from './contract-session.ts';
import { EngineFault } from './engine.ts';

/** What a session survives, what ends it, and how the next one begins. */
export function itEnds({ engine, run, rows }: Opened, subject: ContractSubject): void {
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
    const other = await engine().open(subject.empty);
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
    const other = await engine().open(subject.empty);
    const done = await other.run('do $$ begin loop end loop; end $$', { timeoutMs: 300 });
    expect(done.kind).toBe('timeout');
    if (subject.timeoutClosesSession)
      await expect(other.run('select 1', LIMITS)).rejects.toThrow(/time limit/);
    await other.close();
  });

  it('stops at once when it is closed', async () => {
    const other = await engine().open(subject.empty);
    const running = other.run('select pg_sleep(20)', LIMITS);
    setTimeout(() => void other.close(), 200);
    const began = performance.now();
    expect((await running).kind).toBe('stopped');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('opens a pristine copy each time', async () => {
    const first = await engine().open(subject.empty);
    okay(await first.run('create table mark (a int)', LIMITS));
    await first.close();
    const second = await engine().open(subject.empty);
    expect(okay(await second.run(`select to_regclass('mark')`, LIMITS)).results[0]?.rows).toEqual([[null]]);
    await second.close();
  });

  it('runs the setup and loads extensions before it hands out a session', async () => {
    const prepared = await engine().open({
      ...subject.empty,
      extensions: ['pg_trgm'],
      setup: 'create table s as select 7 as n',
    });
    const done = okay(await prepared.run(`select n, 'postgres' % 'postgers' from s`, LIMITS));
    expect(done.results[0]?.rows).toEqual([['7', 't']]);
    await prepared.close();
  });
}
