import type { Change } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';
import { quoteIdentifier } from './quote.ts';
import { askInTime } from './refused.ts';
import type { TableRows } from './table-rows.ts';
import { differs, PAGE_BYTES } from './table-sizes.ts';

const TIMEOUT_MS = 30_000;

const SIZES = `
select c.relname, t.relname, c.reltuples::text, c.relpages::text, pg_catalog.pg_relation_size(c.oid)::text,
  (m.amname = 'btree' and x.indpred is null)::text
from pg_catalog.pg_index x
join pg_catalog.pg_class c on c.oid = x.indexrelid
join pg_catalog.pg_class t on t.oid = x.indrelid
join pg_catalog.pg_am m on m.oid = c.relam
where c.relkind = 'i' and c.relnamespace = 'public'::pg_catalog.regnamespace
order by 1`;

/** Partial indexes of the kinds that have one entry for each row; a hash index has none for NULL. */
const PARTIAL = `
select c.relname, t.relname, c.reltuples::text, pg_catalog.pg_get_expr(x.indpred, x.indrelid),
  case when m.amname = 'hash' then pg_catalog.pg_get_indexdef(x.indexrelid, 1, true) end
from pg_catalog.pg_index x
join pg_catalog.pg_class c on c.oid = x.indexrelid
join pg_catalog.pg_class t on t.oid = x.indrelid
join pg_catalog.pg_am m on m.oid = c.relam and m.amname in ('btree', 'hash', 'gist', 'spgist')
where c.relkind = 'i' and x.indpred is not null and c.reltuples > 0
  and c.relnamespace = 'public'::pg_catalog.regnamespace
order by 1`;

/** Partial indexes that are said to have more or fewer entries than there are rows that belong in them. */
export async function findFalseEntries(session: Session): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [index, table, tuples, predicate, key] of await read(session, PARTIAL)) {
    const held = [`(${predicate})`, ...(key ? [`(${key}) is not null`] : [])].join(' and ');
    const counting = `select pg_catalog.count(*)::text from only public.${quoteIdentifier(table ?? '')} where ${held}`;
    const counted = await askInTime(session, counting, TIMEOUT_MS, `Counting the entries of ${index} was`);
    const real = counted.kind === 'ok' ? Number(counted.results.at(-1)?.rows[0]?.[0]) : Number(tuples);
    if (!differs(Number(tuples), real)) continue;
    const message = `the planner is told that ${index} has ${Number(tuples)} entries, where ${real} rows belong in it`;
    changes.push({ what: 'statistics', object: index ?? '', message });
  }
  return changes;
}

/**
 * Indexes whose size, as the planner believes it, is not the size that they have. How many entries there must be is known
 * where every row has one; an index built before its table was filled has none, and is never told of again (-1 or 0).
 */
export async function findFalseIndexSizes(
  session: Session,
  shipped: readonly TableRows[],
): Promise<readonly Change[]> {
  const rows = await read(session, SIZES);
  return rows.flatMap(([index, table, tuples, pages, bytes, entryForEachRow]): readonly Change[] => {
    const counted = shipped.find((one) => one.table === table);
    if (!counted || Number(tuples) <= 0) return [];
    const falsePages = differs(Number(pages), Number(bytes) / PAGE_BYTES);
    const falseTuples = entryForEachRow === 'true' && differs(Number(tuples), counted.rows);
    if (!falsePages && !falseTuples) return [];
    const message = `the planner is told that ${index} has ${Number(tuples)} entries on ${pages} pages, which is not its size`;
    return [{ what: 'statistics', object: index ?? '', message }];
  });
}
