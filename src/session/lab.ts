import type { Limits, Parsed, ParsedStatement, Run, Session } from '../engine/engine.ts';
import { type DatasetRef, type Engine, EngineFault } from '../engine/engine.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { type Explained, explainStatement } from './explain.ts';
import { createHalt } from './halt.ts';
import type { Runner } from './open-transaction.ts';

/** A database to try things on: opened when first needed, thrown away and opened anew on reset, stop and crash. */
export interface Lab {
  /**
   * Runs a text; `stopped` at once where it is stopped while the database still opens. Rejects with an EngineFault when the
   * engine failed; the next run starts on a fresh copy.
   */
  run(sql: string, limits?: Partial<Limits>): Promise<Run>;
  parse(sql: string): Promise<Parsed>;
  /** The plan of a text's last statement, run for it; what it writes is rolled back. */
  explain(sql: string): Promise<Explained>;
  /** A pristine copy; what was done so far is gone. Rejects with an EngineFault where it is stopped meanwhile. */
  reset(): Promise<void>;
  /** Ends what runs or waits, at once. A copy that is open is gone with it; one that still opens serves the next run. */
  stop(): Promise<void>;
  /** Ends what runs or waits, and the database; one that still opens is closed when it has. */
  letGo(): Promise<void>;
  /** Opens the database ahead of need. Stop does not end it. */
  warm(): Promise<void>;
  /** Calls back at once, and whenever a database has opened or is gone. Returns how to stop it. */
  watch(listener: (opened: boolean) => void): () => void;
  /** Counts the copies: another number than before means that the database of before is gone, however it went. */
  readonly copy: number;
}

/** What a learner's own query may take before it is stopped for them, in ms. */
const LAB_TIMEOUT_MS = 30_000;

/** The one copy that a lab has at a time. */
interface Copies {
  /** The copy, opened where there is none. */
  session(): Promise<Session>;
  /** What `session` gave is no more; nothing where it was replaced already. */
  forget(which: Promise<Session>): void;
  /** Closes the copy, at once or when it has opened. */
  close(): Promise<void>;
  /** True while a copy is open. */
  readonly opened: boolean;
  readonly count: number;
}

function createCopies(engine: Engine, dataset: DatasetRef, onChange: (opened: boolean) => void): Copies {
  let current: Promise<Session> | undefined;
  let opened: Session | undefined;
  let count = 0;
  const forget = (which: Promise<Session>) => {
    if (current !== which) return;
    current = undefined;
    opened = undefined;
    count += 1;
    onChange(false);
  };
  /** A database that ended while nobody looked is replaced before anybody meets it. */
  const forgetEnded = () => {
    if (current && opened?.ended) forget(current);
  };
  const open = (): Promise<Session> => {
    const opening = engine.open(dataset);
    const keep = (session: Session) => {
      if (current !== opening) return;
      opened = session;
      onChange(true);
    };
    opening.then(keep, () => forget(opening));
    return opening;
  };
  return {
    session() {
      forgetEnded();
      current ??= open();
      return current;
    },
    forget,
    async close() {
      const [old, session] = [current, opened];
      if (old) forget(old);
      if (session) return session.close();
      old?.then((late) => late.close()).catch(() => undefined);
    },
    get opened() {
      return opened !== undefined;
    },
    get count() {
      forgetEnded();
      return count;
    },
  };
}

/** How the last statement of a text is explained. */
export type ExplainLast = (runner: Runner, last: ParsedStatement) => Promise<Explained>;

const byPostgres: ExplainLast = (runner, { text, tree }) =>
  explainStatement(runner, text, statementKind(tree));

/** A lab on a dataset. Opens nothing yet. */
export function createLab(engine: Engine, dataset: DatasetRef, explainLast = byPostgres): Lab {
  const listeners = new Set<(opened: boolean) => void>();
  const copies = createCopies(engine, dataset, (opened) => {
    for (const listener of listeners) listener(opened);
  });
  const waits = createHalt();
  const reach = async (): Promise<Session> => {
    const session = await waits.orHalted(copies.session());
    if (session) return session;
    throw new EngineFault('closed', 'it was stopped while the database opened');
  };
  const run = async (sql: string, limits?: Partial<Limits>): Promise<Run> => {
    const began = performance.now();
    const opening = copies.session();
    try {
      const session = await waits.orHalted(opening);
      if (!session) return { kind: 'stopped', afterMs: performance.now() - began };
      const done = await session.run(sql, { timeoutMs: LAB_TIMEOUT_MS, ...limits });
      if (done.kind === 'timeout' || done.kind === 'stopped') copies.forget(opening);
      return done;
    } catch (thrown) {
      copies.forget(opening);
      throw thrown;
    }
  };
  return {
    run,
    get copy() {
      return copies.count;
    },
    watch(listener) {
      listeners.add(listener);
      listener(copies.opened);
      return () => listeners.delete(listener);
    },
    async explain(sql) {
      const parsed = await (await reach()).parse(sql);
      const last = parsed.kind === 'ok' ? parsed.statements.at(-1) : undefined;
      if (!last) return { kind: 'none', message: 'There is no statement to explain.' };
      return explainLast({ run }, last);
    },
    async parse(sql) {
      return (await reach()).parse(sql);
    },
    async reset() {
      if (copies.opened) await copies.close();
      await reach();
    },
    async stop() {
      waits.halt();
      if (copies.opened) await copies.close();
    },
    async letGo() {
      waits.halt();
      await copies.close();
    },
    async warm() {
      await copies.session();
    },
  };
}
