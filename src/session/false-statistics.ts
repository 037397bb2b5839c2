import type { Change, StatisticsEvidence } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { ask, read } from './ask.ts';
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

/**
 * Extended statistics that ANALYZE did not write: it is run again, in a transaction that is rolled back, and has to come
 * to the same. It reads every row of a dataset, so it always does.
 */
export async function findFalseStatistics(
  session: Session,
  statistics: readonly StatisticsEvidence[],
): Promise<readonly Change[]> {
  const suspects = statistics.filter(({ created, collected: filled }) => created && filled);
  if (suspects.length === 0) return [];
  const told = await collected(session);
  const tables = [...new Set(suspects.map(({ table }) => quoteName(table)))];
  await read(session, 'begin');
  const analyzed = await ask(session, `analyze ${tables.join(', ')}`, TIMEOUT_MS);
  const real = analyzed.kind === 'ok' ? await collected(session) : undefined;
  await read(session, 'rollback');
  return suspects
    .filter(({ name }) => real?.get(name) !== told.get(name))
    .map(({ name }) => ({
      what: 'statistics',
      object: name,
      message: `what ${name} says of the data is not what ANALYZE finds`,
    }));
}
