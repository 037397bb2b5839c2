import type { Cell } from '../engine/engine.ts';
import type { StoredType } from './decode-datum.ts';
import { quoteLiteral } from './quote.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

export interface IndexColumn extends StoredType {
  /** The column or expression, as in CREATE INDEX. */
  readonly definition: string;
  /** False for a column that the index only carries along (INCLUDE). */
  readonly key: boolean;
}

/** What the catalog says of a B-tree index. */
export interface IndexDescription {
  readonly name: string;
  readonly table: string;
  /** Names as SQL can take them, quoted and with their schema. */
  readonly regclass: string;
  readonly tableRegclass: string;
  readonly columns: readonly IndexColumn[];
  readonly predicate: string | undefined;
  readonly unique: boolean;
  /** False where the index was declared with deduplicate_items = off. */
  readonly deduplicates: boolean;
  /** Pages of 8 kB. */
  readonly pages: number;
}

/** An index or a table that can be looked into. */
export interface Inspectable {
  readonly name: string;
  readonly kind: 'index' | 'table';
  readonly table: string;
  readonly pages: number;
}

const INSPECTABLE = `
select c.relname, c.relkind, coalesce(t.relname, c.relname), pg_catalog.pg_relation_size(c.oid) / 8192
from pg_catalog.pg_class c
left join pg_catalog.pg_index x on x.indexrelid = c.oid
left join pg_catalog.pg_class t on t.oid = x.indrelid
left join pg_catalog.pg_am m on m.oid = c.relam
where c.relnamespace = 'public'::pg_catalog.regnamespace
  and (c.relkind in ('r', 'm') or (c.relkind = 'i' and m.amname = 'btree'))
order by 3, c.relkind = 'i', 1`;

/** The tables of the public schema and their B-tree indexes. */
export async function listInspectable(subject: Subject): Promise<Looked<readonly Inspectable[]>> {
  const run = await subject.run(INSPECTABLE);
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const found = (run.results[0]?.rows ?? []).map(([name, kind, table, pages]) => ({
    name: name ?? '',
    kind: kind === 'i' ? ('index' as const) : ('table' as const),
    table: table ?? '',
    pages: Number(pages),
  }));
  return { kind: 'ok', found };
}

const describe = (name: string) => `
select c.relname, t.relname, m.amname, c.oid::pg_catalog.regclass::text, t.oid::pg_catalog.regclass::text,
  pg_catalog.pg_get_expr(x.indpred, x.indrelid), x.indisunique::text,
  (coalesce(c.reloptions::text, '') not like '%deduplicate_items=off%' and coalesce(c.reloptions::text, '') not like '%deduplicate_items=false%')::text,
  pg_catalog.pg_relation_size(c.oid) / 8192
from pg_catalog.pg_class c
join pg_catalog.pg_index x on x.indexrelid = c.oid
join pg_catalog.pg_class t on t.oid = x.indrelid
join pg_catalog.pg_am m on m.oid = c.relam
where c.oid = pg_catalog.to_regclass(${quoteLiteral(name)});
select pg_catalog.pg_get_indexdef(a.attrelid, a.attnum, true), (a.attnum <= x.indnkeyatts)::text,
  y.typname, a.attlen, a.attalign,
  (select pg_catalog.json_object_agg(e.oid::text, e.enumlabel)::text from pg_catalog.pg_enum e where e.enumtypid = y.oid)
from pg_catalog.pg_attribute a
join pg_catalog.pg_index x on x.indexrelid = a.attrelid
join pg_catalog.pg_type y on y.oid = a.atttypid
where a.attrelid = pg_catalog.to_regclass(${quoteLiteral(name)})
order by a.attnum`;

/** The catalog's facts on a B-tree, by name; `none` where it is none. */
export async function readIndexDescription(
  subject: Subject,
  name: string,
): Promise<Looked<IndexDescription>> {
  const run = await subject.run(describe(name));
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [facts, columns] = run.results;
  const row = facts?.rows[0];
  if (row === undefined) return { kind: 'none', message: `There is no index called ${name}.` };
  if (row[2] !== 'btree')
    return { kind: 'none', message: `${name} is a ${row[2]} index: only the pages of a B-tree are drawn.` };
  return { kind: 'ok', found: readFacts(row, columns?.rows ?? []) };
}

function readFacts(row: readonly Cell[], columns: readonly (readonly Cell[])[]): IndexDescription {
  const [name, table, , regclass, tableRegclass, predicate, unique, deduplicates, pages] = row;
  return {
    name: name ?? '',
    table: table ?? '',
    regclass: regclass ?? '',
    tableRegclass: tableRegclass ?? '',
    predicate: predicate ?? undefined,
    unique: unique === 'true',
    deduplicates: deduplicates === 'true',
    pages: Number(pages),
    columns: columns.map(readColumn),
  };
}

function readColumn(row: readonly Cell[]): IndexColumn {
  const [definition, key, type, length, align, labels] = row;
  const parsed: unknown = labels ? JSON.parse(labels) : undefined;
  const known = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
  return {
    definition: definition ?? '',
    key: key === 'true',
    type: type ?? '',
    length: Number(length),
    align: align ?? 'c',
    ...(known.length > 0 && {
      labels: Object.fromEntries(known.map(([oid, label]) => [oid, String(label)])),
    }),
  };
}
