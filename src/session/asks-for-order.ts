import type { Session } from '../engine/engine.ts';
import { hasOrderBy } from '../sql/has-order-by.ts';

/** Whether a query that parses promises an order of its rows: an ORDER BY around the whole of it. */
export async function asksForOrder(session: Session, sql: string): Promise<boolean> {
  const parsed = await session.parse(sql);
  return parsed.kind === 'ok' && hasOrderBy(parsed.statements[0]?.tree);
}
