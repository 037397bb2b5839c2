import type { Cell, ResultSet } from '../../engine/engine.ts';
import { describeFailure, type Looked, type Subject } from '../../session/throw-away.ts';

export interface CatalogColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
  /** `customers (id)`: what a foreign key of this column alone points at. */
  readonly references?: string;
  /** Different values, as the statistics have it. */
  readonly distinct?: number;
}

export interface CatalogIndex {
  readonly name: string;
  readonly definition: string;
  readonly bytes: number;
}

export interface CatalogRelation {
  /** With its schema where that is not `public`. */
  readonly name: string;
  /** The same as SQL has it: in quotes where PostgreSQL asks for them. */
  readonly written: string;
  readonly kind: 'table' | 'partitioned table' | 'view' | 'materialized view';
  /** As the planner believes; undefined before the first ANALYZE. */
  readonly rows?: number;
  readonly bytes: number;
  readonly columns: readonly CatalogColumn[];
  readonly indexes: readonly CatalogIndex[];
}

const RELATIONS = `
select c.oid, case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end, c.relkind,
  case when c.reltuples >= 0 then c.reltuples::int8 end, pg_catalog.pg_table_size(c.oid),
  case when n.nspname = 'public' then '' else pg_catalog.quote_ident(n.nspname) || '.' end || pg_catalog.quote_ident(c.relname)
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e')
order by n.nspname <> 'public', 2 limit 500`;

const COLUMNS = `
select a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), not a.attnotnull,
  exists (select from pg_catalog.pg_constraint k where k.conrelid = a.attrelid and k.contype = 'p' and a.attnum = any (k.conkey)),
  (select pg_catalog.format('%s (%s)', k.confrelid::pg_catalog.regclass, f.attname) from pg_catalog.pg_constraint k
   join pg_catalog.pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
   where k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1),
  case when s.stadistinct < 0 then -s.stadistinct * c.reltuples else s.stadistinct end
from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
left join pg_catalog.pg_statistic s on s.starelid = a.attrelid and s.staattnum = a.attnum and not s.stainherit
where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and c.oid >= 16384
order by a.attrelid, a.attnum`;

const INDEXES = `
select x.indrelid, c.relname,
  pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(c.oid), '^.* USING ', '') || case when x.indisunique then ', unique' else '' end
  || case when x.indisvalid then '' else ', not valid' end, pg_catalog.pg_relation_size(c.oid)
from pg_catalog.pg_index x join pg_catalog.pg_class c on c.oid = x.indexrelid
where x.indrelid >= 16384 order by x.indrelid, c.relname`;

const KINDS: Readonly<Record<string, CatalogRelation['kind']>> = {
  p: 'partitioned table',
  v: 'view',
  m: 'materialized view',
};

/** Tables and views of the reader's own, from the live catalog; or why it cannot be read, as in a failed transaction. */
export async function readCatalog(
  subject: Pick<Subject, 'run'>,
): Promise<Looked<readonly CatalogRelation[]>> {
  const run = await subject.run(`${RELATIONS}; ${COLUMNS}; ${INDEXES}`, { maxRows: 10_000 });
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [relations, columns, indexes] = run.results;
  const columnsOf = byRelation(columns);
  const indexesOf = byRelation(indexes);
  const found = (relations?.rows ?? []).map(([oid, name, kind, rows, bytes, written]) => ({
    name: name ?? '',
    written: written ?? '',
    kind: KINDS[kind ?? ''] ?? 'table',
    ...(rows && { rows: Number(rows) }),
    bytes: Number(bytes),
    columns: (columnsOf.get(oid ?? '') ?? []).map(readColumn),
    indexes: (indexesOf.get(oid ?? '') ?? []).map(readIndex),
  }));
  return { kind: 'ok', found };
}

function byRelation(result: ResultSet | undefined): ReadonlyMap<string, readonly (readonly Cell[])[]> {
  const found = new Map<string, (readonly Cell[])[]>();
  for (const row of result?.rows ?? []) {
    const rows = found.get(row[0] ?? '') ?? [];
    rows.push(row);
    found.set(row[0] ?? '', rows);
  }
  return found;
}

function readColumn([, name, type, nullable, primary, references, distinct]: readonly Cell[]): CatalogColumn {
  return {
    name: name ?? '',
    type: type ?? '',
    nullable: nullable === 't',
    primary: primary === 't',
    ...(references && { references }),
    ...(distinct && Number(distinct) > 0 && { distinct: Math.round(Number(distinct)) }),
  };
}

function readIndex([, name, definition, bytes]: readonly Cell[]): CatalogIndex {
  return { name: name ?? '', definition: definition ?? '', bytes: Number(bytes) };
}
