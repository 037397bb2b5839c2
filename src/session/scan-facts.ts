import type { Cell } from '../engine/engine.ts';
import { quoteLiteral } from './quote.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

/** The planner's price list, as the database has it set. */
export interface PlannerCosts {
  readonly seqPage: number;
  readonly randomPage: number;
  readonly cpuTuple: number;
  readonly cpuIndexTuple: number;
  readonly cpuOperator: number;
  /** Pages that the planner takes to be in memory somewhere. */
  readonly cachePages: number;
}

/** What the planner knows of an index. */
export interface IndexFacts {
  readonly name: string;
  readonly method: string;
  readonly columns: readonly string[];
  readonly predicate?: string;
  readonly pages: number;
  /** How far the order of the first column is the order of the table: 1 the same, 0 none, -1 reversed. */
  readonly correlation?: number;
}

/** What the planner knows of a table. */
export interface TableFacts {
  readonly schema: string;
  readonly name: string;
  readonly pages: number;
  /** As the planner believes. */
  readonly rows: number;
  readonly indexes: readonly IndexFacts[];
}

const COSTS = `
select ${['seq_page_cost', 'random_page_cost', 'cpu_tuple_cost', 'cpu_index_tuple_cost', 'cpu_operator_cost']
  .map((name) => `pg_catalog.current_setting('${name}')`)
  .join(', ')},
  (select setting from pg_catalog.pg_settings where name = 'effective_cache_size')`;

/** The planner’s cost settings, as they are in this session. */
export async function readCosts(subject: Subject): Promise<Looked<PlannerCosts>> {
  const run = await subject.run(COSTS);
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [seqPage, randomPage, cpuTuple, cpuIndexTuple, cpuOperator, cachePages] =
    run.results[0]?.rows[0] ?? [];
  const found = { seqPage, randomPage, cpuTuple, cpuIndexTuple, cpuOperator, cachePages };
  const numbers = Object.entries(found).map(([name, value]) => [name, Number(value)] as const);
  return { kind: 'ok', found: { ...NO_COSTS, ...Object.fromEntries(numbers) } };
}

const NO_COSTS: PlannerCosts = {
  seqPage: 0,
  randomPage: 0,
  cpuTuple: 0,
  cpuIndexTuple: 0,
  cpuOperator: 0,
  cachePages: 0,
};

const tableQuery = (schema: string, table: string) => `
with t as (
  select c.oid, c.relpages, c.reltuples, pg_catalog.pg_relation_size(c.oid) / 8192 as pages
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relname = ${quoteLiteral(table)} and n.nspname = ${quoteLiteral(schema)}
)
select t.pages, case when t.relpages > 0 then t.reltuples * t.pages / t.relpages else t.reltuples end,
  i.relname, m.amname, pg_catalog.pg_get_expr(x.indpred, x.indrelid), pg_catalog.pg_relation_size(i.oid) / 8192,
  s.correlation,
  (select pg_catalog.array_to_json(pg_catalog.array_agg(pg_catalog.pg_get_indexdef(x.indexrelid, k, true) order by k))
   from pg_catalog.generate_series(1, x.indnkeyatts) k)::text
from t
left join pg_catalog.pg_index x on x.indrelid = t.oid and x.indisvalid
left join pg_catalog.pg_class i on i.oid = x.indexrelid
left join pg_catalog.pg_am m on m.oid = i.relam
left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0] and x.indkey[0] > 0
left join pg_catalog.pg_stats s on s.schemaname = ${quoteLiteral(schema)} and s.tablename = ${quoteLiteral(table)}
  and s.attname = a.attname and not s.inherited
order by i.relname`;

/** What the planner knows of a table and its valid indexes. */
export async function readTable(subject: Subject, schema: string, name: string): Promise<Looked<TableFacts>> {
  const run = await subject.run(tableQuery(schema, name));
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const rows = run.results[0]?.rows ?? [];
  const [pages, tuples] = rows[0] ?? [];
  const indexes = rows.filter((row) => typeof row[2] === 'string').map(readIndex);
  return {
    kind: 'ok',
    found: { schema, name, pages: Number(pages ?? 0), rows: Math.max(0, Number(tuples ?? 0)), indexes },
  };
}

function readIndex(row: readonly Cell[]): IndexFacts {
  const [, , name, method, predicate, pages, correlation, columns] = row;
  const parsed: unknown = JSON.parse(columns ?? '[]');
  return {
    name: name ?? '',
    method: method ?? '',
    columns: Array.isArray(parsed) ? parsed.map(String) : [],
    pages: Number(pages),
    ...(predicate && { predicate }),
    ...(correlation && { correlation: Number(correlation) }),
  };
}
