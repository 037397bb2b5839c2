import type { StatisticsEvidence } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';

const OBJECTS = `
select t.relname, s.stxname, s.stxkind::text,
  (select pg_catalog.array_to_json(pg_catalog.array_agg(a.attname order by a.attnum))::text
   from pg_catalog.pg_attribute a where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys::int2[])),
  (exists (select from pg_catalog.pg_statistic_ext_data d where d.stxoid = s.oid))::text,
  n.nspname || '.' || s.stxname,
  pg_catalog.array_to_json(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid))::text
from pg_catalog.pg_statistic_ext s
join pg_catalog.pg_class t on t.oid = s.stxrelid
join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
order by 1, 2`;

const KINDS: Readonly<Record<string, string>> = {
  d: 'ndistinct',
  f: 'dependencies',
  m: 'mcv',
  e: 'expressions',
};

function names(json: string | null | undefined): readonly string[] {
  const parsed: unknown = JSON.parse(json ?? '[]') ?? [];
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

/** Every extended statistics object; `created` where its qualified name is among those that the submission added. */
export async function readStatistics(
  session: Session,
  added: readonly string[],
): Promise<readonly StatisticsEvidence[]> {
  const rows = await read(session, OBJECTS);
  return rows.map(([table, name, kinds, columns, collected, qualified, expressions]) => ({
    table: table ?? '',
    name: name ?? '',
    kinds: [...(kinds ?? '')].flatMap((letter) => KINDS[letter] ?? []),
    columns: names(columns),
    ...(names(expressions).length > 0 && { expressions: names(expressions) }),
    collected: collected === 'true',
    created: added.includes(qualified ?? ''),
  }));
}
