import type { WalEvidence } from '../checks/evidence.ts';
import { EngineFault, type Session } from '../engine/engine.ts';
import { read } from './ask.ts';
import { quoteIdentifier } from './quote.ts';

/** Rows of a batch: enough that a page split here or there does not move the average much. */
const BATCH = 400;

interface Shape {
  readonly columns: readonly string[];
  /** Integer columns of unique indexes, moved past their largest value so that copies do not collide. */
  readonly moved: ReadonlySet<string>;
  /** False where a unique index has no integer column to move: then rows are taken out before they are put back. */
  readonly movable: boolean;
}

const SHAPE = (table: string) => `
select a.attname, (a.atttypid in ('int2'::pg_catalog.regtype, 'int4'::pg_catalog.regtype, 'int8'::pg_catalog.regtype))::text,
  (select pg_catalog.string_agg(x.indexrelid::text, ',' order by x.indexrelid)
   from pg_catalog.pg_index x where x.indrelid = a.attrelid and x.indisunique and a.attnum = any ((x.indkey::int2[])[0:x.indnkeyatts - 1]))
from pg_catalog.pg_attribute a
where a.attrelid = 'public.${quoteIdentifier(table)}'::pg_catalog.regclass and a.attnum > 0 and not a.attisdropped
  and a.attgenerated = ''
order by a.attnum`;

/** Those on an expression as well: no column that it is made of is among the index's own. */
const UNIQUES = (table: string) => `
select x.indexrelid::text from pg_catalog.pg_index x
where x.indrelid = 'public.${quoteIdentifier(table)}'::pg_catalog.regclass and x.indisunique`;

async function readShape(session: Session, table: string): Promise<Shape> {
  const rows = await read(session, SHAPE(table));
  const open = new Set((await read(session, UNIQUES(table))).map(([index]) => index ?? ''));
  const moved = new Set<string>();
  for (const [name, integer, uniques] of rows) {
    const fresh = (uniques ?? '').split(',').filter((index) => open.has(index));
    if (integer !== 'true' || fresh.length === 0) continue;
    moved.add(name ?? '');
    for (const index of fresh) open.delete(index);
  }
  return { columns: rows.map(([name]) => name ?? ''), moved, movable: open.size === 0 };
}

function copyStatements(table: string, shape: Shape): readonly string[] {
  const from = `public.${quoteIdentifier(table)}`;
  const spread = (column: string) =>
    shape.moved.has(column)
      ? `${quoteIdentifier(column)} + (select max(${quoteIdentifier(column)}) - min(${quoteIdentifier(column)}) + 1 from ${from}) as ${quoteIdentifier(column)}`
      : quoteIdentifier(column);
  const list = shape.movable ? shape.columns.map(spread) : shape.columns.map(quoteIdentifier);
  const sample = `create temp table planwright_copies on commit drop as
    select ctid as planwright_ctid, ${list.join(', ')} from ${from}
    order by pg_catalog.hashtext(ctid::text), ctid limit ${2 * BATCH}`;
  const takeOut = `delete from ${from} where ctid in (select planwright_ctid from pg_temp.planwright_copies)`;
  return shape.movable ? [sample] : [sample, takeOut];
}

function insertStatement(table: string, shape: Shape, offset: number): string {
  const list = shape.columns.map(quoteIdentifier).join(', ');
  return `explain (analyze, wal, timing off, buffers off, format json)
    insert into public.${quoteIdentifier(table)} (${list}) overriding system value
    select ${list} from pg_temp.planwright_copies offset ${offset} limit ${BATCH}`;
}

interface Written {
  readonly bytes: number;
  /** Whole pages in it: a server writes one with the first change of each page after a checkpoint. */
  readonly pages: number;
}

function readWal(json: string): Written {
  const parsed: unknown = JSON.parse(json);
  const top: unknown = Array.isArray(parsed) ? parsed[0] : undefined;
  const plan: unknown = typeof top === 'object' && top !== null && 'Plan' in top ? top.Plan : undefined;
  const of = (key: string): unknown =>
    typeof plan === 'object' && plan !== null ? Reflect.get(plan, key) : undefined;
  const [bytes, pages] = [of('WAL Bytes'), of('WAL FPI')];
  if (typeof bytes !== 'number') throw new EngineFault('crashed', 'EXPLAIN (WAL) told no WAL bytes');
  return { bytes, pages: typeof pages === 'number' ? pages : 0 };
}

/** Inserts the batches in a transaction that is rolled back. */
async function insertOnce(session: Session, table: string, shape: Shape): Promise<Written> {
  await read(session, 'begin');
  await read(session, "set local session_replication_role = 'replica'");
  for (const statement of copyStatements(table, shape)) await read(session, statement);
  await read(session, insertStatement(table, shape, 0));
  const rows = await read(session, insertStatement(table, shape, BATCH));
  await read(session, 'rollback');
  return readWal(rows[0]?.[0] ?? '');
}

/** More whole pages than this are a checkpoint’s, and not the indexes’. */
const MANY_PAGES = BATCH / 40;

/**
 * WAL bytes that inserting a row costs with the indexes there are: copies of existing rows spread over the table, a
 * batch to warm up, a batch that counts; rolled back. Leaves dead row versions behind: the last thing done in a session.
 */
export async function measureWal(session: Session, table: string): Promise<WalEvidence> {
  const shape = await readShape(session, table);
  const first = await insertOnce(session, table, shape);
  // Once more on the same pages, which have been written since the checkpoint.
  const { bytes } = first.pages > MANY_PAGES ? await insertOnce(session, table, shape) : first;
  return { table, bytesPerRow: Math.round(bytes / BATCH) };
}
