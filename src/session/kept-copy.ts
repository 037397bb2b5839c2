import type { DatasetRef, Engine, Session } from '../engine/engine.ts';
import type { Looked, Subject } from './throw-away.ts';

/** A copy of a dataset that is asked many small things. */
export interface KeptCopy {
  /** Waits its turn. Opens and prepares the copy where there is none. Throws an EngineFault where the engine failed. */
  ask<Found>(look: (subject: Subject) => Promise<Looked<Found>>): Promise<Looked<Found>>;
  /** Lets the copy go; the next question opens another. */
  close(): Promise<void>;
}

interface Open {
  readonly session: Session;
  readonly prepared: Looked<unknown>;
}

const TIMEOUT_MS = 30_000;

/** A copy that stays open between questions and is let go when none came for `idleMs`: each takes much memory. */
export function keepCopy(
  engine: Engine,
  dataset: DatasetRef,
  prepare: (subject: Subject) => Promise<Looked<unknown>>,
  idleMs = 60_000,
): KeptCopy {
  let opening: Promise<Open> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    const old = opening;
    opening = undefined;
    await (await old?.catch(() => undefined))?.session.close();
  };
  const subjectOf = (session: Session): Subject => ({
    parse: (sql) => session.parse(sql),
    run: async (sql, limits) => {
      const run = await session.run(sql, { timeoutMs: TIMEOUT_MS, ...limits });
      if (run.kind === 'timeout' || run.kind === 'stopped') opening = undefined;
      return run;
    },
  });
  const open = async (): Promise<Open> => {
    const session = await engine.open(dataset);
    try {
      return { session, prepared: await prepare(subjectOf(session)) };
    } catch (thrown) {
      await session.close();
      throw thrown;
    }
  };
  const answer = async <Found>(
    look: (subject: Subject) => Promise<Looked<Found>>,
  ): Promise<Looked<Found>> => {
    clearTimeout(timer);
    opening ??= open();
    try {
      const { session, prepared } = await opening;
      return prepared.kind === 'none' ? prepared : await look(subjectOf(session));
    } catch (thrown) {
      await close();
      throw thrown;
    } finally {
      timer = setTimeout(() => void close(), idleMs);
    }
  };
  return {
    close,
    ask(look) {
      const turn = queue.then(
        () => answer(look),
        () => answer(look),
      );
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}
