import type { Inspectable } from '../../session/index-description.ts';
import { describeFailure, type Looked, type Subject } from '../../session/throw-away.ts';
import { namedIn } from '../named-in.ts';

const NEWEST = `
select c.relname from pg_catalog.pg_class c
where c.relnamespace = 'public'::pg_catalog.regnamespace and c.relkind = 'i'
order by c.oid desc limit 1`;

/** The index that was made last, of any kind; undefined where there is none. */
export async function newestIndex(subject: Subject): Promise<Looked<string | undefined>> {
  const run = await subject.run(NEWEST);
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  return { kind: 'ok', found: run.results[0]?.rows[0]?.[0] ?? undefined };
}

function largest(list: readonly Inspectable[]): Inspectable | undefined {
  const byPages = [...list].sort((a, b) => b.pages - a.pages);
  return byPages.find(({ kind }) => kind === 'index') ?? byPages[0];
}

/**
 * What to open on, where the reader has chosen nothing: the index that the text made, else the largest index of the tables
 * that it names, which has the most to show; else the largest of all.
 */
export function firstInspectable(
  list: readonly Inspectable[],
  about: string,
  newest: string | undefined,
): Inspectable | undefined {
  const named = new Set(
    namedIn(
      about,
      list.map(({ table }) => table),
    ),
  );
  const own = list.filter(({ table }) => named.has(table));
  const makes = /\bcreate\s+(unique\s+)?index\b/i.test(about);
  const made = makes ? own.find(({ name, kind }) => kind === 'index' && name === newest) : undefined;
  return made ?? largest(own) ?? largest(list);
}
