import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';

/**
 * The number of the first transaction after opening. A row version made by it or later was not shipped: in every other
 * session the same number is the submission's own first transaction.
 */
export async function readTransaction(session: Session): Promise<string> {
  const rows = await read(session, 'select pg_catalog.pg_current_xact_id()::text');
  return rows[0]?.[0] ?? '0';
}

/**
 * SQL that is true of a row version made by the transaction `since` or later. `since` counts on past 2^32; a row version
 * carries the last 32 bits of such a number, which xid8::xid gives. Freezing a row version leaves its number legible, and
 * so do VACUUM FULL and CLUSTER. The limit's age is asked for once, and not for each row.
 */
export function madeSince(since: string, row = ''): string {
  const xmin = row === '' ? 'xmin' : `${row}.xmin`;
  const limit = `'${since}'::pg_catalog.xid8::pg_catalog.xid`;
  return `pg_catalog.age(${xmin}) operator(pg_catalog.<=) (select pg_catalog.age(${limit}))`;
}
