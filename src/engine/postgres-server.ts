import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { EngineFault } from './engine.ts';
import { connectClient, readAddress, type ServerAddress } from './postgres-connection.ts';

/** Databases of ours have this name, a run's mark, and a number. No other database is ever touched. */
const PREFIX = 'planwright_scratch_';
const OURS = `^${PREFIX}[0-9a-f]{16}_[0-9]+$`;

/** The oldest server that is graded on: the catalog and the planner are read as 18 has them. */
const LEAST_VERSION = 180_000;

/** The server as the engine's owner sees it: makes and drops scratch databases, cancels what runs too long. */
export interface Server {
  readonly address: ServerAddress;
  /** `18.4`. */
  readonly version: string;
  /** Where it differs from the embedded engine in what no session can set, a sentence each. */
  readonly remarks: readonly string[];
  /** Creates a database with no table, or a copy of another of ours. Resolves with its name. */
  create(template?: string): Promise<string>;
  drop(database: string): Promise<void>;
  /** Asks a server process to stop its statement. */
  cancel(pid: number): Promise<void>;
  /** Ends a server process, whatever it does. */
  terminate(pid: number): Promise<void>;
  /** Drops what this run has left and ends the connections. */
  close(): Promise<void>;
}

/** Drops the databases of runs that are over: nobody is connected under the run's name any more. */
export async function dropLeftOvers(client: Client): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    `select d.datname as name from pg_catalog.pg_database d
     where d.datname ~ $1 and not exists (
       select from pg_catalog.pg_stat_activity a
       where a.application_name = substr(d.datname, 1, length($2) + 16))`,
    [OURS, PREFIX],
  );
  for (const { name } of rows) await dropDatabase(client, name);
  return rows.length;
}

async function dropDatabase(client: Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
}

async function checkServer(client: Client, { label }: ServerAddress): Promise<string> {
  const { rows } = await client.query<{ number: number; version: string; super: boolean }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('is_superuser')::bool as super`,
  );
  const found = rows[0];
  if (!found || found.number < LEAST_VERSION) {
    const version = found?.version ?? 'unknown';
    throw new EngineFault(
      'init-failed',
      `the server is PostgreSQL ${version} (${label}); exercises are graded on 18 or later, as the site does. Use a newer server`,
    );
  }
  if (!found.super) {
    throw new EngineFault(
      'init-failed',
      `the user is no superuser (${label}), and grading reads statistics and roles that only a superuser sees. Use a server of your own that holds nothing else, and its superuser`,
    );
  }
  return found.version.split(' ')[0] ?? found.version;
}

const REMARKS: readonly (readonly [setting: string, here: string, remark: string])[] = [
  [
    'block_size',
    '8192',
    'its pages have another size than 8 kB, so that counts of pages and budgets do not compare',
  ],
  [
    'full_page_writes',
    'off',
    'full_page_writes is on, so that WAL per row comes out higher where a checkpoint falls into a check',
  ],
  [
    'autovacuum',
    'on',
    'autovacuum is off, so that CREATE INDEX leaves the size of a table as it was last counted, and plans can differ',
  ],
  [
    'shared_buffers',
    '4096',
    'shared_buffers is not 32 MB, so that what stays in memory after a large scan is another share of the table',
  ],
  ['wal_level', 'minimal', 'wal_level is not minimal, so that WAL per row can differ by some bytes'],
];

async function readRemarks(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_catalog.pg_settings where name = any ($1)',
    [REMARKS.map(([name]) => name)],
  );
  const there = new Map(rows.map(({ name, setting }) => [name, setting]));
  return REMARKS.flatMap(([name, here, remark]) => (there.get(name) === here ? [] : [remark]));
}

/** A process of its own that outlives this one for a moment: it drops what is left, however this one ends. */
function watchOver(address: ServerAddress): () => void {
  const script = fileURLToPath(new URL('./postgres-caretaker.ts', import.meta.url));
  const caretaker = spawn(process.execPath, [script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, PLANWRIGHT_SERVER: address.url },
  });
  caretaker.on('error', () => {});
  caretaker.stdin.on('error', () => {});
  caretaker.unref();
  return () => caretaker.kill();
}

/** The user's databases are left alone; ours are made from nothing, with the embedded engine's encoding and order. */
const EMPTY = `template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C'`;

interface Found {
  readonly version: string;
  readonly remarks: readonly string[];
}

async function lookAround(owner: Client, address: ServerAddress): Promise<Found> {
  try {
    const found = { version: await checkServer(owner, address), remarks: await readRemarks(owner) };
    await dropLeftOvers(owner);
    return found;
  } catch (thrown) {
    await owner.end();
    throw thrown;
  }
}

/** The databases of one run, by the connection that stands for it. */
function scratchOf(
  owner: Client,
  run: string,
): Pick<Server, 'create' | 'drop'> & { dropAll(): Promise<void> } {
  const there = new Set<string>();
  let next = 0;
  const drop = async (name: string) => {
    if (there.delete(name)) await dropDatabase(owner, name);
  };
  return {
    async create(template) {
      next += 1;
      const name = `${run}_${next}`;
      there.add(name);
      await owner.query(`create database ${name} ${template ? `template ${template}` : EMPTY}`);
      return name;
    },
    drop,
    async dropAll() {
      for (const name of [...there]) await drop(name);
    },
  };
}

/** Connects to a server and clears what runs that ended badly left there. Throws an EngineFault that says what is wrong. */
export async function openServer(databaseUrl: string): Promise<Server> {
  const address = readAddress(databaseUrl);
  const run = `${PREFIX}${randomBytes(8).toString('hex')}`;
  const owner = await connectClient(address, { application_name: run, keepAlive: true });
  const found = await lookAround(owner, address);
  const signals = await connectClient(address, { application_name: 'planwright signals', keepAlive: true });
  const dismiss = watchOver(address);
  const { create, drop, dropAll } = scratchOf(owner, run);
  return {
    address,
    ...found,
    create,
    drop,
    async cancel(pid) {
      await signals.query('select pg_catalog.pg_cancel_backend($1)', [pid]);
    },
    async terminate(pid) {
      await signals.query('select pg_catalog.pg_terminate_backend($1)', [pid]);
    },
    async close() {
      await dropAll();
      await Promise.all([owner.end(), signals.end()]);
      dismiss();
    },
  };
}
