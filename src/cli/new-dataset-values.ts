import type { Session } from '../engine/engine.ts';
import { formatCount, formatPlural } from '../plan/format-figures.ts';
import { read } from '../session/ask.ts';

/** Each column with its type and what its statistics say, which are exact. */
const COLUMNS = `
  select c.relname, c.reltuples::bigint, a.attname,
    pg_catalog.format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end,
    case when s.n_distinct < 0 then round(-s.n_distinct * c.reltuples) else s.n_distinct end::bigint, s.null_frac,
    (select json_agg(json_build_array(left(value, 24), round(share * c.reltuples)) order by share desc, value)
     from (select value, share
       from unnest(s.most_common_vals::text::text[], s.most_common_freqs) as common (value, share)
       order by share desc, value limit 3) as commonest)
  from pg_catalog.pg_class c
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_catalog.pg_stats s on s.schemaname = 'public' and s.tablename = c.relname and s.attname = a.attname
    and s.inherited = (c.relkind = 'p')
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname, a.attnum`;

/** `3 values: view (40,012 rows), order (9,988), return (10,000)` */
function valuesInWords(distinct: number, nulls: number, commonest: readonly (readonly [string, number])[]) {
  const nullShare = nulls > 0 ? [`NULL in ${Number((100 * nulls).toPrecision(2))} %`] : [];
  if (distinct === 0) return nullShare.join();
  const list = commonest.map(([value, rows], at) =>
    at === 0 ? `${value} (${formatPlural(rows, 'row')})` : `${value} (${formatCount(rows)})`,
  );
  const count = formatPlural(distinct, 'value');
  return [list.length === 0 ? `${count}, each once` : `${count}: ${list.join(', ')}`, ...nullShare].join(
    '; ',
  );
}

/** Every column of a dataset with its type and its commonest values, a line each: what parameters are chosen from. */
export async function listValues(session: Session): Promise<readonly string[]> {
  const columns = await read(session, COLUMNS);
  const width = (at: number) => Math.max(...columns.map((column) => column[at]?.length ?? 0));
  const [names, types] = [width(2), width(3)];
  return columns.flatMap(([table, rows, column = '', type = '', distinct, nulls, commonest], at) => {
    const values = valuesInWords(Number(distinct), Number(nulls), JSON.parse(commonest ?? '[]'));
    const line = `    ${column?.padEnd(names)}  ${type?.padEnd(types)}  ${values}`.trimEnd();
    const isFirst = columns[at - 1]?.[0] !== table;
    return isFirst ? [`  ${table}, ${formatPlural(Number(rows), 'row')}`, line] : [line];
  });
}
