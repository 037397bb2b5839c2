import type { Engine } from '../engine/engine.ts';
import { quoteName } from '../plan/quote-name.ts';
import { read } from '../session/ask.ts';
import { quoteLiteral } from '../session/quote.ts';

/** A question to a dataset that an index on one column answers: what an exercise's scaffold begins with. */
export interface Question {
  readonly table: string;
  readonly column: string;
  /** A value of the column that is neither rare nor common, as YAML writes it. */
  readonly shown: string;
  readonly literal: string;
  /** What the rows are shown and ordered by: the primary key, else the column itself. Names as SQL writes them. */
  readonly key: string;
}

const LEAST_PAGES = 60;

/** Large tables first; a column with many values, each on few rows, that no index begins with. */
const CANDIDATES = `
  select s.tablename, s.attname, coalesce((
    select a.attname from pg_catalog.pg_index i
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = c.oid and i.indisprimary), s.attname), t.typcategory
  from pg_catalog.pg_stats s
  join pg_catalog.pg_class c on c.relname = s.tablename and c.relnamespace = 'public'::regnamespace
  join pg_catalog.pg_attribute col on col.attrelid = c.oid and col.attname = s.attname
  join pg_catalog.pg_type t on t.oid = col.atttypid
  cross join lateral (select c.reltuples / case when s.n_distinct < 0
    then greatest(1, -s.n_distinct * c.reltuples) else greatest(1, s.n_distinct) end as each) as spread
  where s.schemaname = 'public' and c.relkind = 'r' and not c.relispartition and c.relpages >= ${LEAST_PAGES} and s.null_frac < 0.5
    and t.typname in ('int2', 'int4', 'int8', 'text', 'varchar', 'uuid', 'bpchar') and s.avg_width < 60
    and each between 1 and c.relpages / 15.0
    and not exists (select 1 from pg_catalog.pg_index i where i.indrelid = c.oid and i.indkey[0] = col.attnum)
  order by (t.typcategory = 'N') desc, c.reltuples desc, abs(each - 6), s.attname
  limit 1`;

const LARGEST = `
  select c.relname, c.reltuples::bigint, c.relpages, ceil(c.reltuples * ${LEAST_PAGES} / c.relpages)::bigint
  from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and not c.relispartition and c.relpages > 0
  order by c.relpages desc, c.relname limit 1`;

/** Looks a question up in a dataset's statistics; undefined where no table is large enough to ask one of. */
export async function findQuestion(engine: Engine, dataset: string): Promise<Question | undefined> {
  const session = await engine.open({ name: dataset });
  try {
    const [found] = await read(session, CANDIDATES);
    const [table, column, key, category] = found ?? [];
    if (!table || !column || !key) return undefined;
    const [t, c] = [quoteName(table), quoteName(column)];
    const [row] = await read(
      session,
      `select value from (select ${c}::text as value, row_number() over (order by count(*), ${c}::text) as at,
         count(*) over () as groups from ${t} where ${c} is not null group by ${c}) as spread
       where at = (groups + 1) / 2`,
    );
    const value = row?.[0] ?? '';
    const shown = category === 'N' ? value : JSON.stringify(value);
    return {
      table: t,
      column: c,
      shown,
      literal: category === 'N' ? value : quoteLiteral(value),
      key: quoteName(key),
    };
  } finally {
    await session.close();
  }
}

/** The largest table of a dataset, and how many rows would make it large enough to ask a question of. */
export async function describeLargest(engine: Engine, dataset: string): Promise<string> {
  const session = await engine.open({ name: dataset });
  try {
    const [found] = await read(session, LARGEST);
    const [table, rows, pages, wanted] = found ?? [];
    if (!table) return 'it has no table with rows';
    return Number(pages) >= LEAST_PAGES
      ? `the largest, ${table}, has ${pages} pages, and no such column that is without an index`
      : `the largest, ${table}, has ${rows} rows on ${pages}: ${wanted} rows like them would do (add them in seed.sql)`;
  } finally {
    await session.close();
  }
}
