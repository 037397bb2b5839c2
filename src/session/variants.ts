import type { Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { read } from './ask.ts';
import { runAuthored } from './broken-exercise.ts';

type Variant = NonNullable<Exercise['spec']['variants']>[number];

const TIMEOUT_MS = 30_000;

/**
 * Does something on a variant of the data: the variant's SQL runs in a transaction that is rolled back after. Throws
 * BrokenExercise where that SQL fails.
 */
export async function onVariant<T>(
  session: Session,
  { name, sql }: Variant,
  observe: () => Promise<T>,
): Promise<T> {
  await read(session, 'begin');
  try {
    await runAuthored(session, { kind: 'variant', name }, sql, TIMEOUT_MS);
    return await observe();
  } finally {
    await read(session, 'rollback').catch(() => undefined);
  }
}
