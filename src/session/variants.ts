import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';

/** Does something on a variant of the data: the variant's SQL runs in a transaction that is rolled back after. */
export async function onVariant<T>(session: Session, sql: string, observe: () => Promise<T>): Promise<T> {
  await read(session, 'begin');
  await read(session, sql);
  const seen = await observe();
  await read(session, 'rollback');
  return seen;
}
