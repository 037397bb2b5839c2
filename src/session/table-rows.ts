import type { Change } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';
import { quoteIdentifier } from './quote.ts';
import { madeSince } from './row-age.ts';

/** How many rows a table has; its name is one of the schema `public`. */
export interface TableRows {
  readonly table: string;
  readonly rows: number;
}

/** The tables that a dataset ships, by name, schema `public`. */
export async function listTables(session: Session): Promise<readonly string[]> {
  const rows = await read(
    session,
    `select c.relname from pg_catalog.pg_class c where c.relkind in ('r', 'm') and c.relnamespace = 'public'::pg_catalog.regnamespace
     order by 1`,
  );
  return rows.map(([name]) => name ?? '');
}

/** Counts the rows of tables of the schema `public`, without those of partitions. */
export async function countRows(session: Session, tables: readonly string[]): Promise<readonly TableRows[]> {
  if (tables.length === 0) return [];
  const parts = tables.map(
    (table, at) => `select ${at}, pg_catalog.count(*)::text from only public.${quoteIdentifier(table)}`,
  );
  const rows = await read(session, `${parts.join(' union all ')} order by 1`);
  return rows.map(([at, count]) => ({ table: tables[Number(at)] ?? '', rows: Number(count) }));
}

/**
 * Tells whether any row of the shipped tables was inserted, updated or deleted since the transaction: every new row
 * version carries its number or a younger one, and a deleted row is missing from the count. Reads each table once.
 */
export async function findChangedRows(
  session: Session,
  before: readonly TableRows[],
  since: string,
): Promise<readonly Change[]> {
  const there = new Set(await listTables(session));
  const kept = before.filter(({ table }) => there.has(table));
  if (kept.length === 0) return [];
  const parts = kept.map(
    ({ table }, at) =>
      `select ${at}, pg_catalog.count(*)::text, (pg_catalog.count(*) filter (where ${madeSince(since)}))::text
       from only public.${quoteIdentifier(table)}`,
  );
  const rows = await read(session, `${parts.join(' union all ')} order by 1`);
  return rows.flatMap(([at, count, young]) => {
    const was = kept[Number(at)];
    if (!was || (Number(count) === was.rows && young === '0')) return [];
    return [changedRows(was, Number(count), Number(young))];
  });
}

function changedRows(was: TableRows, count: number, young: number): Change {
  const parts = [
    ...(count === was.rows ? [] : [`it holds ${count} rows where ${was.rows} were shipped`]),
    ...(young === 0 ? [] : [`${young} of its row versions are new`]),
  ];
  return {
    what: 'rows',
    object: was.table,
    message: `the rows of ${was.table} were changed: ${parts.join(', ')}`,
  };
}
