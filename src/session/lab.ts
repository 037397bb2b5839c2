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
  /** Counts the copies: another number than before means that the database of before is gone, however it went. */
  readonly copy: number;
}

export type ListenForProgress = (listener: (progress: Progress) => void) => () => void;

/** What a learner's own query may take before it is stopped for them, in ms. */
export const LAB_TIMEOUT_MS = 30_000;

export function createLab(engine: Engine, dataset: DatasetRef, onProgress: ListenForProgress): Lab {
  let current: Promise<Session> | undefined;
  let opened: Session | undefined;
  let copy = 0;
  const session = (): Promise<Session> => {
    // A database that ended while nobody looked is replaced before anybody meets it.
    if (current && opened?.ended) forget(current);
    if (!current) {
      const opening = engine.open(dataset);
      current = opening;
      const keep = (session: Session) => {
        if (current === opening) opened = session;
      };
      opening.then(keep, () => forget(opening));
    }
    return current;
  };
  const forget = (which: Promise<Session>) => {
    if (current !== which) return;
    current = undefined;
    opened = undefined;
    copy += 1;
  };
  const end = async () => {
    const old = current;
    if (old) forget(old);
    const session = await old?.catch(() => undefined);
    await session?.close();
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
    get copy() {
      return copy;
    },
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
