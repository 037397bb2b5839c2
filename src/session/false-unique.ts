import type { Change } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { ask, read } from './ask.ts';
import type { CatalogDiff } from './catalog.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import { askInTime } from './refused.ts';

const TIMEOUT_MS = 60_000;

/**
 * Created indexes that call themselves unique and are not, as the planner would believe: they are built again, in a
 * transaction that is rolled back, and a value that is there twice refuses it. Throws Refused where that takes too long.
 */
export async function findFalseUnique(session: Session, { added }: CatalogDiff): Promise<readonly Change[]> {
  const names = added.filter(({ sort }) => sort === 'index').map(({ name }) => quoteLiteral(name));
  if (names.length === 0) return [];
  const rows = await read(
    session,
    `select n.nspname, c.relname from pg_catalog.pg_index x
     join pg_catalog.pg_class c on c.oid = x.indexrelid and c.relkind = 'i'
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where x.indisunique and n.nspname || '.' || c.relname in (${names.join(', ')}) order by 1, 2`,
  );
  const changes: Change[] = [];
  for (const [schema, name] of rows) {
    const index = `${quoteIdentifier(schema ?? '')}.${quoteIdentifier(name ?? '')}`;
    const what = `Building the unique index ${name} once more was`;
    const built = await askInTime(session, `begin; reindex index ${index}`, TIMEOUT_MS, what);
    await ask(session, 'rollback', TIMEOUT_MS);
    if (built.kind !== 'sql-error') continue;
    const message = `the index ${name} is called unique, and its values are not`;
    changes.push({ what: 'statistics', object: name ?? '', message });
  }
  return changes;
}
