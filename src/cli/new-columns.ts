import type { Engine } from '../engine/engine.ts';
import { formatCount } from '../plan/format-figures.ts';
import { read } from '../session/ask.ts';

/** A table has to take this many pages for one lookup in an index to be cheaper than reading it. */
export const LEAST_PAGES = 60;
/** An index pays for a value that is on no more rows than this share of the table's pages. */
const PAGES_A_ROW = 15;

/** Kinds of a column that a scaffold asks an equality of, the best first: what people look rows up by. */
const RANKS: Readonly<Record<string, number>> = {
  ...{ int2: 0, int4: 0, int8: 0, text: 1, varchar: 1, bpchar: 1, uuid: 1 },
  ...{ date: 2, numeric: 3, timestamptz: 4, timestamp: 4 },
};

/** A column of a table that is large enough, and what its statistics say. */
export interface Column {
  readonly table: string;
  readonly column: string;
  /** Name in `pg_type`: `int4`. */
  readonly type: string;
  /** What the rows are ordered by: the first column of the primary key, else the column itself. */
  readonly key: string;
  readonly pages: number;
  readonly rows: number;
  /** Rows on which one value is, on average. */
  readonly each: number;
  readonly nulls: number;
  readonly width: number;
  /** The first index that begins with it, and whether a key or a constraint needs it. */
  readonly index: string | undefined;
  readonly needed: boolean;
}

const COLUMNS = `
  select c.relname, a.attname, t.typname, coalesce((
      select k.attname from pg_catalog.pg_index i
      join pg_catalog.pg_attribute k on k.attrelid = i.indrelid and k.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary), a.attname),
    c.relpages, c.reltuples::bigint,
    c.reltuples / case when s.n_distinct < 0 then greatest(1, -s.n_distinct * c.reltuples)
      else greatest(1, s.n_distinct) end,
    s.null_frac, s.avg_width, lead.relname, lead.needed
  from pg_catalog.pg_stats s
  join pg_catalog.pg_class c on c.relname = s.tablename and c.relnamespace = 'public'::regnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = s.attname
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join lateral (
    select ic.relname, exists (select from pg_catalog.pg_constraint n where n.conindid = i.indexrelid) as needed
    from pg_catalog.pg_index i join pg_catalog.pg_class ic on ic.oid = i.indexrelid
    where i.indrelid = c.oid and i.indkey[0] = a.attnum
    order by 2 desc, 1 limit 1) lead on true
  where s.schemaname = 'public' and c.relkind = 'r' and not c.relispartition and c.relpages >= ${LEAST_PAGES}
  order by c.relpages desc, c.relname, a.attnum`;

/** The columns of the tables that are large enough for a plan to flip, the largest table first. */
export async function readColumns(engine: Engine, dataset: string): Promise<readonly Column[]> {
  const session = await engine.open({ name: dataset });
  try {
    return (await read(session, COLUMNS)).map(
      ([table, column, type, key, pages, rows, each, nulls, width, index, needed]) => ({
        table: table ?? '',
        column: column ?? '',
        type: type ?? '',
        key: key ?? '',
        pages: Number(pages),
        rows: Number(rows),
        each: Number(each),
        nulls: Number(nulls),
        width: Number(width),
        index: index ?? undefined,
        needed: needed === 't',
      }),
    );
  } finally {
    await session.close();
  }
}

/** Why no value of it can be looked up faster, whatever indexes there are; undefined where it can. */
function whyNone({ type, nulls, width, each, pages }: Column): string | undefined {
  if (RANKS[type] === undefined) return `nobody looks up one value of type ${type}`;
  if (nulls >= 0.5) return `it is NULL in ${Math.round(100 * nulls)} % of the rows`;
  if (width >= 60) return `a value takes ${formatCount(width)} bytes: too wide for an index that pays`;
  const most = pages / PAGES_A_ROW;
  if (each <= most) return undefined;
  return `one value is on ${formatCount(Math.round(each))} rows; an index pays here up to ${formatCount(Math.floor(most))}`;
}

function whyNot(column: Column): string | undefined {
  const none = whyNone(column);
  if (none !== undefined || column.index === undefined) return none;
  return column.needed
    ? `the key ${column.index} begins with it`
    : `index ${column.index} came with the data: drop it in seed.sql to have an exercise on it`;
}

/**
 * The column that an exercise is best about: often looked up, on a large table, with a few rows for each value. `indexed`
 * where an index may be there already, other than that of a key.
 */
export function chooseColumn(columns: readonly Column[], indexed = false): Column | undefined {
  const rank = ({ type }: Column) => RANKS[type] ?? 9;
  const few = ({ each }: Column) => Math.abs(each - 6);
  const fits = (column: Column) =>
    whyNot(column) === undefined || (indexed && !column.needed && whyNone(column) === undefined);
  return columns.filter(fits).sort((a, b) => rank(a) - rank(b) || b.rows - a.rows || few(a) - few(b))[0];
}

/** Each column with the reason it was turned down, those first that only an index keeps from being asked about. */
export function whyNoColumn(columns: readonly Column[]): string {
  const free = (column: Column) => (whyNone(column) === undefined && !column.needed ? 0 : 1);
  return [...columns]
    .sort((a, b) => free(a) - free(b))
    .map((column) => `  ${column.table}.${column.column}: ${whyNot(column) ?? 'it fits'}`)
    .join('\n');
}
