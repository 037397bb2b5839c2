import type { Change, StatisticsEvidence } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { ask, read } from './ask.ts';
import { ANALYZED, type CatalogDiff, type CatalogFact, readStatisticsFacts } from './catalog.ts';
import { quoteName } from './quote.ts';

const TIMEOUT_MS = 60_000;

const COLLECTED = `
select s.stxname, pg_catalog.md5(pg_catalog.concat_ws(
  '|', d.stxdndistinct::text, d.stxddependencies::text, d.stxdmcv::text, d.stxdexpr::text))
from pg_catalog.pg_statistic_ext s
join pg_catalog.pg_statistic_ext_data d on d.stxoid = s.oid
order by 1`;

async function collected(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await read(session, COLLECTED);
  return new Map(rows.map(([name, hash]) => [name ?? '', hash ?? '']));
}

const relationOf = ({ name }: CatalogFact) => name.slice(0, name.indexOf('.'));

/** Facts of what ANALYZE writes that a submission changed, of tables whose rows lie where they lay. */
function changedFacts({ added, altered }: CatalogDiff): readonly CatalogFact[] {
  const moved = new Set(
    altered.flatMap(({ after }) =>
      after.sort === 'storage of table' ? [after.name.replace(/^public\./, '')] : [],
    ),
  );
  return [...added, ...altered.map(({ after }) => after)].filter(
    (fact) => ANALYZED.includes(fact.sort) && !moved.has(relationOf(fact)),
  );
}

function isFalse(fact: CatalogFact, real: readonly CatalogFact[] | undefined): boolean {
  const found = real?.find(({ sort, name }) => sort === fact.sort && name === fact.name);
  return found?.definition !== fact.definition;
}

/** The table of each index, by the index's name. */
async function tablesOfIndexes(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await read(
    session,
    `select c.relname, t.relname from pg_catalog.pg_index x
     join pg_catalog.pg_class c on c.oid = x.indexrelid
     join pg_catalog.pg_class t on t.oid = x.indrelid
     where c.relnamespace = 'public'::pg_catalog.regnamespace`,
  );
  return new Map(rows.map(([index, table]) => [index ?? '', table ?? '']));
}

/**
 * What ANALYZE has to be told so that it writes the facts again: the columns that changed, or the whole table where
 * expressions of an index or extended statistics are among them.
 */
async function targetsOf(
  session: Session,
  facts: readonly CatalogFact[],
  suspects: readonly StatisticsEvidence[],
): Promise<readonly string[]> {
  const tables = await tablesOfIndexes(session);
  const ofIndexes = facts.filter(({ sort }) => sort !== 'statistics');
  const whole = new Set([
    ...suspects.map(({ table }) => table),
    ...ofIndexes.map((fact) => tables.get(relationOf(fact)) ?? ''),
  ]);
  const named = Map.groupBy(
    facts.filter((fact) => fact.sort === 'statistics' && !whole.has(relationOf(fact))),
    relationOf,
  );
  const columns = (of: readonly CatalogFact[]) =>
    of.map(({ name }) => quoteName(name.slice(name.indexOf('.') + 1))).join(', ');
  return [
    ...[...whole].filter((table) => table !== '').map((table) => `public.${quoteName(table)}`),
    ...[...named].map(([table, of]) => `public.${quoteName(table)} (${columns(of)})`),
  ];
}

async function analyzeAgain(session: Session, targets: readonly string[], since: string) {
  if (targets.length === 0) return { objects: undefined, facts: undefined };
  await read(session, 'begin');
  const analyzed = await ask(session, `analyze ${targets.join(', ')}`, TIMEOUT_MS);
  const ran = analyzed.kind === 'ok';
  const objects = ran ? await collected(session) : undefined;
  const facts = ran ? await readStatisticsFacts(session, since) : undefined;
  await read(session, 'rollback');
  return { objects, facts };
}

const falsehood = (object: string): Change => ({
  what: 'statistics',
  object,
  message: `what the statistics say of ${object} is not what ANALYZE finds`,
});

/**
 * Statistics that ANALYZE did not write: it is run again, in a transaction that is rolled back, and has to come to the
 * same. It reads every row of a dataset, so it always does; only where a table was written anew after it, the order of
 * its rows is another, and the statistics of its columns are not looked at.
 */
export async function findFalseStatistics(
  session: Session,
  statistics: readonly StatisticsEvidence[],
  diff: CatalogDiff,
  since: string,
): Promise<readonly Change[]> {
  const suspects = statistics.filter(({ created, collected: filled }) => created && filled);
  const facts = changedFacts(diff);
  if (suspects.length === 0 && facts.length === 0) return [];
  const told = await collected(session);
  const real = await analyzeAgain(session, await targetsOf(session, facts, suspects), since);
  return [
    ...suspects
      .filter(({ name }) => real.objects?.get(name) !== told.get(name))
      .map(({ name }) => falsehood(name)),
    ...facts.filter((fact) => isFalse(fact, real.facts)).map(({ name }) => falsehood(name)),
  ];
}
