import { EngineFault, type Session } from '../engine/engine.ts';
import { read } from './ask.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';

/** How far the copying of a table has come, in its pages of 8 kB. */
export interface Copying {
  readonly table: string;
  readonly done: number;
  readonly total: number;
}

/** Pages of a table that are written into one INSERT: some 2 MB of text. */
const PAGES_AT_ONCE = 192;
const TIMEOUT_MS = 120_000;
const MOST_BYTES = 64 * 1024 * 1024;

interface CopiedColumn {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly inKey: boolean;
}

/** What a column of SQLite leans to where PostgreSQL's has this type. */
function affinityOf(type: string): string {
  if (/^(smallint|integer|bigint|boolean)$/.test(type)) return 'integer';
  if (/^(real|double precision)$/.test(type)) return 'real';
  return type.startsWith('numeric') ? 'numeric' : 'text';
}

/** The same table for SQLite: its columns and its primary key, and no other index. */
function createTable(table: string, columns: readonly CopiedColumn[]): string {
  const key = columns.filter(({ inKey }) => inKey);
  const alone = key.length === 1 ? key[0]?.name : undefined;
  const lines = columns.map(({ name, type, notNull }) => {
    const ends = name === alone ? ' primary key' : notNull ? ' not null' : '';
    return `  ${quoteIdentifier(name)} ${affinityOf(type)}${ends}`;
  });
  const names = key.map(({ name }) => quoteIdentifier(name)).join(', ');
  if (key.length > 1) lines.push(`  primary key (${names})`);
  return `create table ${quoteIdentifier(table)} (\n${lines.join(',\n')}\n)`;
}

async function columnsOf(session: Session, table: string): Promise<readonly CopiedColumn[]> {
  const rows = await read(
    session,
    `select attname, format_type(atttypid, null), attnotnull, coalesce(attnum = any (i.indkey), false)
     from pg_attribute a
     left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = to_regclass(${quoteLiteral(quoteIdentifier(table))}) and attnum > 0 and not attisdropped
     order by attnum`,
  );
  return rows.map(([name, type, notNull, inKey]) => ({
    name: name ?? '',
    type: type ?? '',
    notNull: notNull === 't',
    inKey: inKey === 't',
  }));
}

async function pagesIn(session: Session, table: string): Promise<number> {
  const rows = await read(
    session,
    `select pg_relation_size(${quoteLiteral(quoteIdentifier(table))}) / current_setting('block_size')::int`,
  );
  return Number(rows[0]?.[0]);
}

/** What makes a value a literal of SQLite's, which knows no escapes but the doubled quote. Times are in UTC, without a zone. */
function asLiteral({ name, type }: CopiedColumn): string {
  const column = quoteIdentifier(name);
  if (type === 'boolean') return `coalesce(${column}::int::text, 'null')`;
  if (affinityOf(type) !== 'text') return `coalesce(${column}::text, 'null')`;
  const text = type === 'timestamp with time zone' ? `(${column} at time zone 'UTC')` : column;
  return `coalesce('''' || replace(${text}::text, '''', '''''') || '''', 'null')`;
}

/** The rows on some pages of a table as a list for VALUES; undefined where there are none. */
async function rowsOn(
  session: Session,
  table: string,
  columns: readonly CopiedColumn[],
  from: number,
): Promise<string | undefined> {
  const row = `concat('(', ${columns.map(asLiteral).join(`, ',', `)}, ')')`;
  const sql = `select string_agg(${row}, ',')
    from ${quoteIdentifier(table)} where ctid >= '(${from},0)' and ctid < '(${from + PAGES_AT_ONCE},0)'`;
  const run = await session.run(sql, {
    timeoutMs: TIMEOUT_MS,
    maxBytes: MOST_BYTES,
    maxCellBytes: MOST_BYTES,
  });
  const last = run.kind === 'ok' ? run.results.at(-1) : undefined;
  if (last === undefined || last.truncated)
    throw new EngineFault('init-failed', `the rows of ${table} could not be read for SQLite`);
  return last.rows[0]?.[0] ?? undefined;
}

/**
 * Tables of a PostgreSQL as texts that make the same tables, with the same rows in the same order, in SQLite. Throws an
 * EngineFault where there is no such table.
 */
export async function* copyTables(
  session: Session,
  tables: readonly string[],
  say: (copying: Copying) => void,
): AsyncGenerator<string, void> {
  for (const table of tables) {
    const columns = await columnsOf(session, table);
    if (columns.length === 0)
      throw new EngineFault('init-failed', `there is no table ${table} to copy to SQLite`);
    const total = await pagesIn(session, table);
    yield createTable(table, columns);
    for (let from = 0; from < total; from += PAGES_AT_ONCE) {
      say({ table, done: from, total });
      const rows = await rowsOn(session, table, columns, from);
      if (rows !== undefined) yield `insert into ${quoteIdentifier(table)} values ${rows}`;
    }
    say({ table, done: total, total });
  }
}

/** Runs a text of `copyTables` on a SQLite. Throws an EngineFault where it is refused. */
export async function pasteTable(session: Session, text: string): Promise<void> {
  const run = await session.run(text, { timeoutMs: TIMEOUT_MS });
  if (run.kind === 'ok') return;
  const why = run.kind === 'sql-error' ? run.error.message : `it was ${run.kind}`;
  throw new EngineFault('init-failed', `SQLite did not take a table: ${why}`);
}
