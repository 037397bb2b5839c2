import type { Change, StatisticsEvidence } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';
import {
  ANALYZED,
  type CatalogDiff,
  type CatalogFact,
  readStatisticsFacts,
  readUnorderedStatistics,
} from './catalog.ts';
import { quoteIdentifier } from './quote.ts';
import { askInTime } from './refused.ts';

const TIMEOUT_MS = 60_000;

/** Of expressions they hold a correlation too, which says in what order the rows lie. */
const COLLECTED = `
select s.stxname,
  pg_catalog.md5(pg_catalog.concat_ws('|', d.stxdndistinct::text, d.stxddependencies::text, d.stxdmcv::text)),
  pg_catalog.md5(d.stxdexpr::text)
from pg_catalog.pg_statistic_ext s
join pg_catalog.pg_statistic_ext_data d on d.stxoid = s.oid
order by 1`;

interface Collected {
  readonly together: string;
  readonly expressions: string;
}

async function collected(session: Session): Promise<ReadonlyMap<string, Collected>> {
  const rows = await read(session, COLLECTED);
  return new Map(
    rows.map(([name, together, expressions]) => [
      name ?? '',
      { together: together ?? '', expressions: expressions ?? '' },
    ]),
  );
}

/** What statistics a submission changed, and of which table each is. */
interface Suspect {
  readonly fact: CatalogFact;
  readonly table: string;
}

/** The tables whose rows lie in another order than they did. */
function movedTables({ altered }: CatalogDiff): ReadonlySet<string> {
  return new Set(
    altered.flatMap(({ after }) =>
      after.sort === 'storage of table' ? [after.name.replace(/^public\./, '')] : [],
    ),
  );
}

/** The table of each index, by the index's name. */
async function tablesOfIndexes(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await read(
    session,
    `select c.relname, t.relname from pg_catalog.pg_index x
     join pg_catalog.pg_class c on c.oid = x.indexrelid
     join pg_catalog.pg_class t on t.oid = x.indrelid
     where c.relnamespace = 'public'::pg_catalog.regnamespace
     order by pg_catalog.length(c.relname) desc`,
  );
  return new Map(rows.map(([index, table]) => [index ?? '', table ?? '']));
}

/** `table.column` or `index.column`; the name of an index may hold dots. */
function tableOf({ sort, name }: CatalogFact, ofIndexes: ReadonlyMap<string, string>): string {
  if (sort === 'statistics') return name.slice(0, name.indexOf('.'));
  const index = [...ofIndexes.keys()].find((known) => name.startsWith(`${known}.`));
  return ofIndexes.get(index ?? '') ?? '';
}

async function readSuspects(session: Session, { added, altered }: CatalogDiff): Promise<readonly Suspect[]> {
  const facts = [...added, ...altered.map(({ after }) => after)].filter(({ sort }) =>
    ANALYZED.includes(sort),
  );
  const ofIndexes = facts.length > 0 ? await tablesOfIndexes(session) : new Map<string, string>();
  return facts.map((fact) => ({ fact, table: tableOf(fact, ofIndexes) }));
}

/**
 * What ANALYZE has to be told so that it writes the facts again: the columns that changed, or the whole table where
 * expressions of an index or extended statistics are among them.
 */
function targetsOf(suspects: readonly Suspect[], objects: readonly StatisticsEvidence[]): readonly string[] {
  const whole = new Set([
    ...objects.map(({ table }) => table),
    ...suspects.filter(({ fact }) => fact.sort !== 'statistics').map(({ table }) => table),
  ]);
  const named = Map.groupBy(
    suspects.filter(({ table }) => !whole.has(table)),
    ({ table }) => table,
  );
  const columns = (of: readonly Suspect[]) =>
    of.map(({ fact }) => quoteIdentifier(fact.name.slice(fact.name.indexOf('.') + 1))).join(', ');
  return [
    ...[...whole].filter((table) => table !== '').map((table) => `public.${quoteIdentifier(table)}`),
    ...[...named].map(([table, of]) => `public.${quoteIdentifier(table)} (${columns(of)})`),
  ];
}

/** Everything that ANALYZE writes; where a table was written anew, also without what depends on the order of its rows. */
async function readTold(session: Session, since: string, moved: boolean) {
  const objects = await collected(session);
  const ordered = await readStatisticsFacts(session, since);
  const unordered = moved ? await readUnorderedStatistics(session, since) : [];
  return { objects, ordered, unordered };
}

type Told = Awaited<ReturnType<typeof readTold>>;

async function analyzeAgain(
  session: Session,
  targets: readonly string[],
  since: string,
  moved: boolean,
): Promise<Told | undefined> {
  await read(session, 'begin');
  const what = 'Collecting the statistics once more was';
  const analyzed = await askInTime(session, `analyze ${targets.join(', ')}`, TIMEOUT_MS, what);
  const told = analyzed.kind === 'ok' ? await readTold(session, since, moved) : undefined;
  await read(session, 'rollback');
  return told;
}

const falsehood = (object: string): Change => ({
  what: 'statistics',
  object,
  message: `what the statistics say of ${object} is not what ANALYZE finds`,
});

/**
 * Statistics that ANALYZE did not write: it is run again, in a transaction that is rolled back, and has to come to the
 * same. It reads every row of a dataset, so it always does; only where a table was written anew after it, the order of
 * its rows is another, and what it says of that order is not compared.
 */
export async function findFalseStatistics(
  session: Session,
  statistics: readonly StatisticsEvidence[],
  diff: CatalogDiff,
  since: string,
): Promise<readonly Change[]> {
  const objects = statistics.filter(({ created, collected: filled }) => created && filled);
  const suspects = await readSuspects(session, diff);
  const targets = targetsOf(suspects, objects);
  if (suspects.length === 0 && objects.length === 0) return [];
  const moved = movedTables(diff);
  const told = await readTold(session, since, moved.size > 0);
  const real = targets.length > 0 ? await analyzeAgain(session, targets, since, moved.size > 0) : undefined;
  const falseObject = ({ name, table }: StatisticsEvidence) => {
    const [one, other] = [told.objects.get(name), real?.objects.get(name)];
    return (
      one?.together !== other?.together || (!moved.has(table) && one?.expressions !== other?.expressions)
    );
  };
  const falseFact = ({ fact, table }: Suspect) => {
    const kind = moved.has(table) ? 'unordered' : 'ordered';
    const definitionIn = (from: Told | undefined) =>
      from?.[kind].find(({ sort, name }) => sort === fact.sort && name === fact.name)?.definition;
    return definitionIn(told) !== definitionIn(real);
  };
  return [
    ...objects.filter(falseObject).map(({ name }) => falsehood(name)),
    ...suspects.filter(falseFact).map(({ fact }) => falsehood(fact.name)),
  ];
}
