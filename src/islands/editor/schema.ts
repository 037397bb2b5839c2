import type { Lab } from '../../session/lab.ts';

export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
}

/** A table, view or materialized view that the reader can query. */
export interface SchemaRelation {
  readonly name: string;
  /** As SQL has it, where its name is one with its schema. */
  readonly written?: string;
  readonly columns: readonly SchemaColumn[];
}

const RELATIONS = `
select c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)
from pg_catalog.pg_class c
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::pg_catalog.regnamespace
order by c.relname, a.attnum`;

/** Reads what there is from the live catalog. Empty where it cannot be read: completion is a convenience. */
export async function readSchema(lab: Lab): Promise<readonly SchemaRelation[]> {
  const run = await lab.run(RELATIONS, { maxRows: 5_000 });
  if (run.kind !== 'ok') return [];
  const relations = new Map<string, SchemaColumn[]>();
  for (const [relation, name, type] of run.results[0]?.rows ?? []) {
    const columns = relations.get(relation ?? '') ?? [];
    columns.push({ name: name ?? '', type: type ?? '' });
    relations.set(relation ?? '', columns);
  }
  return [...relations].map(([name, columns]) => ({ name, columns }));
}
