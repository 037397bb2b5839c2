import type { WalEvidence } from '../checks/evidence.ts';
import { EngineFault, type Session, type SqlError } from '../engine/engine.ts';
import { read } from './ask.ts';
import { quoteIdentifier } from './quote.ts';
import { askInTime, Refused } from './refused.ts';

/** Rows of a batch: enough that a page split here or there does not move the average much. */
const BATCH = 400;
const TIMEOUT_MS = 30_000;

interface Shape {
  readonly columns: readonly string[];
  /** Integer columns of unique indexes, moved past their largest value so that copies do not collide. */
  readonly moved: ReadonlySet<string>;
  /** False where a unique index has no integer column to move: then rows are taken out before they are put back. */
  readonly movable: boolean;
  /** Rules that the table's own rows need not keep. What a rule asks writes no log: a copy needs to keep none of them. */
  readonly unkept: readonly string[];
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

const UNKEPT = (table: string) => `
select conname from pg_catalog.pg_constraint
where conrelid = 'public.${quoteIdentifier(table)}'::pg_catalog.regclass and contype in ('c', 'n')
  and not convalidated and coninhcount = 0
order by 1`;

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
  const unkept = (await read(session, UNKEPT(table))).map(([name]) => name ?? '');
  return { columns: rows.map(([name]) => name ?? ''), moved, movable: open.size === 0, unkept };
}

function copyStatements(table: string, shape: Shape): readonly string[] {
  const from = `public.${quoteIdentifier(table)}`;
  const spread = (column: string) =>
    shape.moved.has(column)
      ? `${quoteIdentifier(column)} + (select pg_catalog.max(${quoteIdentifier(column)}) - pg_catalog.min(${quoteIdentifier(column)}) + 1 from ${from}) as ${quoteIdentifier(column)}`
      : quoteIdentifier(column);
  const list = shape.movable ? shape.columns.map(spread) : shape.columns.map(quoteIdentifier);
  const sample = `create temp table planwright_copies on commit drop as
    select ctid as planwright_ctid, ${list.join(', ')} from ${from}
    order by pg_catalog.hashtid(ctid), ctid limit ${2 * BATCH}`;
  const takeOut = `delete from ${from} where ctid in (select planwright_ctid from pg_temp.planwright_copies)`;
  const drops = shape.unkept.map((name) => `alter table ${from} drop constraint ${quoteIdentifier(name)}`);
  return [...drops, ...(shape.movable ? [sample] : [sample, takeOut])];
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

/** Inserts the batches in a transaction that is rolled back; gives the error where a rule of the table refuses them. */
async function insertOnce(session: Session, table: string, shape: Shape): Promise<Written | SqlError> {
  await read(session, "begin; set local session_replication_role = 'replica'");
  const batches = [insertStatement(table, shape, 0), insertStatement(table, shape, BATCH)];
  let json = '';
  for (const statement of [...copyStatements(table, shape), ...batches]) {
    const what = `Inserting copies of rows into ${table} was`;
    const asked = await askInTime(session, statement, TIMEOUT_MS, what);
    if (asked.kind === 'ok') json = asked.results[0]?.rows[0]?.[0] ?? '';
    else {
      await read(session, 'rollback');
      return asked.error;
    }
  }
  await read(session, 'rollback');
  return readWal(json);
}

/** More whole pages than this are a checkpoint’s, and not the indexes’. */
const MANY_PAGES = BATCH / 40;

async function insertTwice(session: Session, table: string, shape: Shape): Promise<Written | SqlError> {
  const first = await insertOnce(session, table, shape);
  // Once more on the same pages, which have been written since the checkpoint.
  return 'bytes' in first && first.pages > MANY_PAGES ? insertOnce(session, table, shape) : first;
}

function refusalOf(table: string, { position: _, ...error }: SqlError): Refused {
  const message = `Copies of rows cannot be inserted into ${table}, so the log of an insert cannot be measured: ${error.message}`;
  return new Refused({ kind: 'sql-error', error: { ...error, message } });
}

/**
 * WAL bytes that inserting a row costs with the indexes there are: copies of existing rows spread over the table, a
 * batch to warm up, a batch that counts; rolled back. An integer has an end, and a rule may have one too: where copies with
 * larger keys cannot be, the rows are taken out and put back as they were, which comes to a few bytes less. Leaves dead row
 * versions behind: the last thing done in a session. Throws Refused where rows cannot even be put back.
 */
export async function measureWal(session: Session, table: string): Promise<WalEvidence> {
  const shape = await readShape(session, table);
  let written = await insertTwice(session, table, shape);
  if (!('bytes' in written) && shape.movable)
    written = await insertTwice(session, table, { ...shape, movable: false });
  if (!('bytes' in written)) throw refusalOf(table, written);
  return { table, bytesPerRow: Math.round(written.bytes / BATCH) };
}
