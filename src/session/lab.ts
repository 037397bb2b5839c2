import type { DatasetRef, Engine, Limits, Parsed, Progress, Run, Session } from '../engine/engine.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { type Explained, explainStatement } from './explain.ts';

/** A database to try things on: opened when first needed, thrown away and opened anew on reset, stop and crash. */
export interface Lab {
  /** Runs a text. Rejects with an EngineFault when the engine failed; the next run starts on a fresh copy. */
  run(sql: string, limits?: Partial<Limits>): Promise<Run>;
  parse(sql: string): Promise<Parsed>;
  /** The plan of a text's last statement, run for it; what it writes is rolled back. */
  explain(sql: string): Promise<Explained>;
  /** A pristine copy; what was done so far is gone. */
  reset(): Promise<void>;
  /** Ends what is running, at once. The copy is gone with it. */
  stop(): Promise<void>;
  /** Opens the database ahead of need. */
  warm(): Promise<void>;
  onProgress(listener: (progress: Progress) => void): () => void;
}

export type ListenForProgress = (listener: (progress: Progress) => void) => () => void;

/** What a learner's own query may take before it is stopped for them, in ms. */
export const LAB_TIMEOUT_MS = 30_000;

export function createLab(engine: Engine, dataset: DatasetRef, onProgress: ListenForProgress): Lab {
  let current: Promise<Session> | undefined;
  const session = (): Promise<Session> => {
    if (!current) {
      const opening = engine.open(dataset);
      current = opening;
      opening.catch(() => forget(opening));
    }
    return current;
  };
  const forget = (which: Promise<Session>) => {
    if (current === which) current = undefined;
  };
  const end = async () => {
    const old = current;
    current = undefined;
    const opened = await old?.catch(() => undefined);
    await opened?.close();
  };
  const run = async (sql: string, limits?: Partial<Limits>): Promise<Run> => {
    const opening = session();
    try {
      const done = await (await opening).run(sql, { timeoutMs: LAB_TIMEOUT_MS, ...limits });
      if (done.kind === 'timeout' || done.kind === 'stopped') forget(opening);
      return done;
    } catch (thrown) {
      forget(opening);
      throw thrown;
    }
  };
  return {
    run,
    onProgress,
    async explain(sql) {
      const parsed = await (await session()).parse(sql);
      const last = parsed.kind === 'ok' ? parsed.statements.at(-1) : undefined;
      if (!last) return { kind: 'none', message: 'There is no statement to explain.' };
      return explainStatement({ run }, last.text, statementKind(last.tree));
    },
    async parse(sql) {
      return (await session()).parse(sql);
    },
    async reset() {
      await end();
      await session();
    },
    stop: end,
    async warm() {
      await session();
    },
  };
}
