import type { Engine, Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { ask, read } from './ask.ts';
import { BrokenExercise, runAuthored } from './broken-exercise.ts';
import { datasetOf } from './of-exercise.ts';

/** A state of an exercise's data: as it is shipped, or a variant's SQL on top of it. */
export interface StageData {
  readonly name: string;
  readonly sql?: string | undefined;
}

/** A state of the data in an open transaction, in a session of its own, which is opened when it is first asked for. */
export interface Stage {
  /** Throws BrokenExercise where the variant's SQL fails, or ends the transaction. */
  session(): Promise<Session>;
  /** Also where a statement took the session with it: the next one begins anew. */
  close(): Promise<void>;
}

const TIMEOUT_MS = 30_000;

async function enter(session: Session, { name, sql }: StageData): Promise<Session> {
  await read(session, 'begin');
  if (sql === undefined) return session;
  const part = { kind: 'variant', name } as const;
  await runAuthored(session, part, sql, TIMEOUT_MS);
  // Nothing but a transaction has a savepoint.
  const inside = await ask(session, 'savepoint planwright_stage', TIMEOUT_MS);
  if (inside.kind === 'ok') return session;
  throw new BrokenExercise([
    { part, why: 'it ends the transaction in which it runs, and which is rolled back' },
  ]);
}

/** Many queries may be run on a stage, which is set up once: none of them leaves anything behind. */
export function createStage(engine: Engine, exercise: Exercise, data: StageData): Stage {
  let opened: Session | undefined;
  const close = async () => {
    await opened?.close();
    opened = undefined;
  };
  return {
    async session() {
      if (opened?.ended) await close();
      if (opened) return opened;
      opened = await engine.open(datasetOf(exercise));
      return enter(opened, data);
    },
    close,
  };
}
