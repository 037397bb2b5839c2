import type { Change } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { type AllowedKind, isAllowable } from '../sql/allowed-kinds.ts';
import { read } from './ask.ts';
import { AS_SHIPPED, BUILD, catalogQueries, statisticsQuery } from './catalog-queries.ts';

/** One fact of the catalog: what sort of thing, its identity, and its whole definition as text. */
export interface CatalogFact {
  readonly sort: string;
  readonly name: string;
  readonly definition: string;
}

/** The sorts of facts that ANALYZE writes. */
export const ANALYZED = ['statistics', 'statistics of index'];

async function readFacts(session: Session, query: string): Promise<readonly CatalogFact[]> {
  const rows = await read(session, `${query}\norder by 1, 2, 3`);
  return rows.map(([sort, name, definition]) => ({
    sort: sort ?? '',
    name: name ?? '',
    definition: definition ?? '',
  }));
}

/** What ANALYZE has written of the columns of all tables since a transaction. */
export function readStatisticsFacts(session: Session, since: string): Promise<readonly CatalogFact[]> {
  return readFacts(session, statisticsQuery(since));
}

/** The same without what depends on the order of the rows. */
export function readUnorderedStatistics(session: Session, since: string): Promise<readonly CatalogFact[]> {
  return readFacts(session, statisticsQuery(since, 'in any order'));
}

/**
 * Everything that a submission whose first transaction is `since` could have changed and that is not a row. With what was
 * `shipped`, only what was written since is read of the statistics.
 */
export async function readCatalog(
  session: Session,
  since: string,
  shipped?: readonly CatalogFact[],
): Promise<readonly CatalogFact[]> {
  const statistics = statisticsQuery(shipped ? since : undefined);
  const facts = await readFacts(session, catalogQueries(since, statistics).join('\nunion all\n'));
  const known = new Map(shipped?.map((fact) => [keyOf(fact), fact]));
  const unread = ({ sort, definition }: CatalogFact) => ANALYZED.includes(sort) && definition === AS_SHIPPED;
  return facts.map((fact) => (unread(fact) ? (known.get(keyOf(fact)) ?? fact) : fact));
}

const keyOf = ({ sort, name }: CatalogFact) => `${sort} ${name}`;

/** Facts of the catalog that came, went or changed. */
export interface CatalogDiff {
  readonly added: readonly CatalogFact[];
  readonly removed: readonly CatalogFact[];
  readonly altered: readonly { readonly before: CatalogFact; readonly after: CatalogFact }[];
}

/** What two readings of the catalog differ in. */
export function diffCatalogs(before: readonly CatalogFact[], after: readonly CatalogFact[]): CatalogDiff {
  const old = new Map(before.map((fact) => [keyOf(fact), fact]));
  const now = new Map(after.map((fact) => [keyOf(fact), fact]));
  return {
    added: after.filter((fact) => !old.has(keyOf(fact))),
    removed: before.filter((fact) => !now.has(keyOf(fact))),
    altered: after.flatMap((fact) => {
      const was = old.get(keyOf(fact));
      return was && was.definition !== fact.definition ? [{ before: was, after: fact }] : [];
    }),
  };
}

/** Which sorts of facts a kind of statement may add, remove or alter. */
const MAY: Readonly<
  Record<AllowedKind, Partial<Record<'added' | 'removed' | 'altered', readonly string[]>>>
> = {
  'create-index': { added: ['index', BUILD], altered: ['size'] },
  'drop-index': { removed: ['index', BUILD, 'statistics of index'] },
  reindex: { altered: ['size', BUILD] },
  'create-statistics': { added: ['statistics object'] },
  'drop-statistics': { removed: ['statistics object'] },
  analyze: { added: ANALYZED, altered: ['size', ...ANALYZED] },
  vacuum: { added: ANALYZED, altered: ['size', ...ANALYZED, 'storage of table', BUILD] },
  cluster: { altered: ['size', 'index', 'storage of table', BUILD] },
};

const WHAT: Readonly<Record<string, Change['what']>> = {
  setting: 'settings',
  'role setting': 'settings',
  tablespace: 'settings',
  statistics: 'statistics',
  'statistics of index': 'statistics',
  size: 'statistics',
  relation: 'schema',
  column: 'schema',
  constraint: 'schema',
  sequence: 'schema',
  'storage of table': 'rows',
};

function describeChange(verb: string, fact: CatalogFact): Change {
  const object = fact.name.replace(/^public\./, '');
  const collected = fact.sort.startsWith('statistics') && fact.sort !== 'statistics object';
  const thing = collected ? `statistics of ${object} were` : `${fact.sort} ${object} was`;
  return { what: WHAT[fact.sort] ?? 'objects', object, message: `the ${thing} ${verb}` };
}

/** Whether an index was written anew and may be used: one that is only called valid is in its old file. */
function isRebuilt(before: CatalogFact, after: CatalogFact): boolean {
  const [file, usable] = after.definition.split(' ');
  return file !== before.definition.split(' ')[0] && usable === 't';
}

/** Indexes that are in another file than before: REINDEX made them anew, or DROP and CREATE under the old name. */
function rebuiltIndexes({ altered }: CatalogDiff): ReadonlySet<string> {
  const builds = altered.filter(({ before, after }) => after.sort === BUILD && isRebuilt(before, after));
  return new Set(builds.map(({ after }) => after.name));
}

/** What of a difference the exercise does not allow. An index behind a constraint counts as the constraint. */
export function findForbiddenChanges(diff: CatalogDiff, allow: readonly string[]): readonly Change[] {
  const rebuilt = rebuiltIndexes(diff);
  const replaces = allow.includes('create-index') && allow.includes('drop-index');
  const may = (how: 'added' | 'removed' | 'altered', sort: string) =>
    allow.some((kind) => isAllowable(kind) && (MAY[kind][how]?.includes(sort) ?? false));
  const mayAlter = ({ sort, name }: CatalogFact) => {
    if (rebuilt.has(name) && replaces && (sort === 'index' || sort === BUILD)) return true;
    return may('altered', sort) && (sort !== BUILD || rebuilt.has(name));
  };
  return [
    ...diff.added.filter((fact) => !may('added', fact.sort)).map((fact) => describeChange('added', fact)),
    ...diff.removed
      .filter((fact) => !may('removed', fact.sort))
      .map((fact) => describeChange('removed', fact)),
    ...diff.altered
      .filter(({ after }) => !mayAlter(after))
      .map(({ after }) => describeChange('changed', after)),
  ];
}
