import type { IndexEvidence } from '../checks/evidence.ts';
import type { Cell, Session } from '../engine/engine.ts';
import { read } from './ask.ts';

const INDEXES = `
select n.nspname, t.relname, c.relname, m.amname, pg_catalog.pg_get_indexdef(x.indexrelid),
  (select pg_catalog.array_to_json(pg_catalog.array_agg(pg_catalog.pg_get_indexdef(x.indexrelid, k, true) order by k))
   from pg_catalog.generate_series(1, x.indnkeyatts) k)::text,
  (select pg_catalog.array_to_json(pg_catalog.array_agg(pg_catalog.pg_get_indexdef(x.indexrelid, k, true) order by k))
   from pg_catalog.generate_series(x.indnkeyatts + 1, x.indnatts) k)::text,
  pg_catalog.pg_get_expr(x.indpred, x.indrelid), x.indisunique::text, x.indisvalid::text,
  pg_catalog.pg_relation_size(x.indexrelid)::text,
  case when x.indexprs is not null
    then (exists (select from pg_catalog.pg_statistic s where s.starelid = x.indexrelid))::text end
from pg_catalog.pg_index x
join pg_catalog.pg_class c on c.oid = x.indexrelid
join pg_catalog.pg_class t on t.oid = x.indrelid
join pg_catalog.pg_namespace n on n.oid = t.relnamespace
join pg_catalog.pg_am m on m.oid = c.relam
where n.nspname !~ '^pg_'
order by 1, 2, 3`;

function names(json: Cell | undefined): readonly string[] {
  if (!json) return [];
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

/**
 * Every index on the dataset's tables; `created` where its definition, which holds its name, was not among those shipped:
 * one that was dropped and made anew under the old name is another index.
 */
export async function readIndexes(
  session: Session,
  shipped: ReadonlySet<string> | undefined,
): Promise<readonly IndexEvidence[]> {
  const rows = await read(session, INDEXES);
  return rows.map(
    ([
      schema,
      table,
      name,
      method,
      definition,
      columns,
      included,
      predicate,
      unique,
      valid,
      bytes,
      collected,
    ]) => ({
      schema: schema ?? '',
      table: table ?? '',
      name: name ?? '',
      method: method ?? '',
      definition: definition ?? '',
      columns: names(columns),
      included: names(included),
      ...(predicate ? { predicate } : {}),
      unique: unique === 'true',
      valid: valid === 'true',
      ...(collected ? { collected: collected === 'true' } : {}),
      bytes: Number(bytes),
      created: shipped !== undefined && !shipped.has(definition ?? ''),
    }),
  );
}
