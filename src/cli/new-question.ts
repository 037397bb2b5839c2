import type { Engine } from '../engine/engine.ts';
import { quoteName } from '../plan/quote-name.ts';
import { read } from '../session/ask.ts';
import { quoteLiteral } from '../session/quote.ts';
import { chooseColumn, LEAST_PAGES, readColumns, whyNoColumn } from './new-columns.ts';

/** A question to a dataset that an index on one column answers: what an exercise's scaffold begins with. */
export interface Question {
  readonly table: string;
  readonly column: string;
  /** A value of the column that is neither rare nor common, as YAML writes it. */
  readonly shown: string;
  readonly literal: string;
  /** What the rows are shown and ordered by: the primary key, else the column itself. Names as SQL writes them. */
  readonly key: string;
  /** A value that stands for none, as SQL writes it: `0`. */
  readonly nothing: string;
  /** Whether an index on the column came with the data. */
  readonly indexed: boolean;
}

function nothingOf(type: string): string {
  if (type.startsWith('int') || type === 'numeric') return '0';
  if (type === 'uuid') return "'00000000-0000-0000-0000-000000000000'";
  return type.startsWith('date') || type.startsWith('timestamp') ? "'-infinity'" : "''";
}

const LARGEST = `
  select c.relname, c.reltuples::bigint, c.relpages, ceil(c.reltuples * ${LEAST_PAGES} / c.relpages)::bigint
  from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and not c.relispartition and c.relpages > 0
  order by c.relpages desc, c.relname limit 1`;

/** Looks a question up in a dataset's statistics; undefined where no column is fit to ask one of. `indexed` where an
 * index may be there already. */
export async function findQuestion(
  engine: Engine,
  dataset: string,
  indexed = false,
): Promise<Question | undefined> {
  const columns = await readColumns(engine, dataset);
  const chosen = chooseColumn(columns) ?? (indexed ? chooseColumn(columns, true) : undefined);
  if (!chosen) return undefined;
  const [t, c] = [quoteName(chosen.table), quoteName(chosen.column)];
  const session = await engine.open({ name: dataset });
  try {
    const [row] = await read(
      session,
      `select value from (select ${c}::text as value, row_number() over (order by count(*), ${c}::text) as at,
         count(*) over () as groups from ${t} where ${c} is not null group by ${c}) as spread
       where at = (groups + 1) / 2`,
    );
    const value = row?.[0] ?? '';
    const whole = chosen.type.startsWith('int');
    return {
      table: t,
      column: c,
      shown: whole ? value : JSON.stringify(value),
      literal: whole || chosen.type === 'numeric' ? value : quoteLiteral(value),
      key: quoteName(chosen.key),
      nothing: nothingOf(chosen.type),
      indexed: chosen.index !== undefined,
    };
  } finally {
    await session.close();
  }
}

/** Why a dataset has no question for an exercise, and what would give it one. */
export async function whyNoQuestion(engine: Engine, dataset: string): Promise<string> {
  const columns = await readColumns(engine, dataset);
  if (columns.length > 0)
    return `no column of ${dataset} is fit to be looked up by one value: that takes few rows a value, and no index that begins with the column. What keeps each from it:\n${whyNoColumn(columns)}`;
  const large = `no table of ${dataset} is large enough for a plan to flip: one has to take ${LEAST_PAGES} pages (about 0.5 MB)`;
  const session = await engine.open({ name: dataset });
  try {
    const [found] = await read(session, LARGEST);
    const [table, rows, pages, wanted] = found ?? [];
    if (!table) return `${large}. It has no table with rows that is no partition`;
    return `${large}. Of those that are no partitions the largest, ${table}, has ${rows} rows on ${pages}: ${wanted} rows like them would do (add them in seed.sql)`;
  } finally {
    await session.close();
  }
}
