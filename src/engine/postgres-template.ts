import { loadParser, parseStatements } from '../sql/parse.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { statisticsTargetFor } from './build/build-snapshot.ts';
import { insertsOf, readSeedScript } from './build/seed-script.ts';
import { DROP_SKEW, SKEW_FUNCTIONS, usesSkew } from './build/skew-functions.ts';
import { type DatasetRef, EngineFault } from './engine.ts';
import { openConnection, type ServerConnection } from './postgres-connection.ts';
import type { Server } from './postgres-server.ts';
import { sessionOptions } from './postgres-settings.ts';
import type { Answer } from './wire.ts';

/** A database that sessions are copied from. Nobody is connected to it. */
export interface Template {
  readonly database: string;
  readonly statisticsTarget: number;
}

const CAPS = { maxRows: 10_000, maxBytes: 1024 * 1024, maxCellBytes: 64 * 1024 };
const LEAST_TARGET = 100;

/**
 * Autovacuum goes by the counts of changed rows, and would undo what a setup does on purpose: nothing is counted. But
 * what builds an index tells the planner a table's size only where counting is on.
 */
const BUILDS_INDEXES: readonly string[] = ['create-index', 'alter-table', 'reindex'];

async function answer(connection: ServerConnection, sql: string, what: string): Promise<Answer> {
  const done = await connection.query(sql, CAPS);
  if (!done.error) return done;
  const { M: message, H: hint } = done.error;
  throw new EngineFault('init-failed', `${what} fails on the server: ${message}${hint ? ` (${hint})` : ''}`);
}

async function runStatement(connection: ServerConnection, sql: string, what: string): Promise<void> {
  const parsed = parseStatements(sql);
  const kind = parsed.kind === 'ok' ? statementKind(parsed.statements[0]?.tree) : '';
  const counted = BUILDS_INDEXES.includes(kind) ? 'on' : 'off';
  await answer(connection, `set track_counts = ${counted}`, 'preparing');
  await answer(connection, sql, what);
}

/** A seed as the snapshot’s builder runs it; rows of COPY sections are inserted. */
async function runSeed(connection: ServerConnection, seed: string, what: string): Promise<void> {
  await loadParser();
  const script = readSeedScript(seed);
  if (script.kind === 'error') throw new EngineFault('init-failed', `${what} is no SQL: ${script.message}`);
  const skewed = usesSkew(seed);
  if (skewed) for (const { sql } of SKEW_FUNCTIONS) await answer(connection, sql, what);
  for (const step of script.steps) {
    const statements = step.kind === 'sql' ? [step.text] : insertsOf(step);
    for (const sql of statements) await runStatement(connection, sql, what);
  }
  if (skewed) for (const sql of DROP_SKEW) await answer(connection, sql, what);
}

async function onDatabase<T>(
  server: Server,
  { database, statisticsTarget }: Template,
  act: (connection: ServerConnection) => Promise<T>,
): Promise<T> {
  const connection = await openConnection(server.address, database, sessionOptions(statisticsTarget));
  try {
    return await act(connection);
  } finally {
    connection.end(new EngineFault('closed', 'the template is ready'));
  }
}

async function largestTable(connection: ServerConnection): Promise<number> {
  const tables = await answer(
    connection,
    `select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and c.relispopulated and n.nspname = 'public'`,
    'looking at the tables',
  );
  let largest = 0;
  for (const [name] of tables.rows) {
    const counted = await answer(connection, `select count(*) from ${name}`, 'counting rows');
    largest = Math.max(largest, Number(counted.rows[0]?.[0]));
  }
  return largest;
}

/** A dataset's own template: seeded, with exact statistics and all-visible pages, as its snapshot is. */
export async function buildDatasetTemplate(server: Server, name: string, seed: string): Promise<Template> {
  const database = await server.create();
  return onDatabase(server, { database, statisticsTarget: LEAST_TARGET }, async (connection) => {
    await runSeed(connection, seed, `the seed of “${name}”`);
    const statisticsTarget = statisticsTargetFor(await largestTable(connection));
    await answer(connection, `set default_statistics_target = ${statisticsTarget}`, 'preparing');
    await answer(connection, 'vacuum (freeze, analyze)', 'preparing');
    return { database, statisticsTarget };
  });
}

/** A dataset's template with an exercise's extensions and setup on it; the dataset's own where there are none. */
export async function extendTemplate(server: Server, base: Template, ref: DatasetRef): Promise<Template> {
  const { extensions = [], setup } = ref;
  if (extensions.length === 0 && !setup) return base;
  const template = { ...base, database: await server.create(base.database) };
  await onDatabase(server, template, async (connection) => {
    for (const name of extensions) {
      const install = `create extension if not exists ${name}`;
      await answer(connection, install, `the extension ${name}`);
    }
    if (setup) await runSeed(connection, setup, 'the setup of the exercise');
  });
  return template;
}
