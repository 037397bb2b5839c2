import { datasetKey } from './dataset-key.ts';
import { type DatasetRef, type Engine, EngineFault, type Session } from './engine.ts';
import type { LoadFiles } from './manifest.ts';
import type { BootAssets } from './protocol.ts';
import { bootLine, createSession, type HostWorker, type Line, openLine } from './worker-session.ts';

/** A worker whose first request, to open a database, was posted already. */
export interface BegunDatabase {
  readonly worker: HostWorker;
  /** When its files are there, as in `BootLimits`. */
  readonly arrived: Promise<void>;
}

export interface WorkerEngineOptions {
  readonly version: string;
  readonly spawn: () => HostWorker;
  readonly load: LoadFiles;
  /** A database on a dataset that somebody else has begun to open, where there is one. */
  readonly adopt?: (ref: DatasetRef) => BegunDatabase | undefined;
  /** Databases kept open ahead of need; 0 where memory is small. */
  readonly spares: number;
  /** Workers kept when their session is closed, to open the next database in: a new one takes longer to start. */
  readonly kept: number;
  /** How long after an opening the next spare is started, so that it does not slow the first query down. */
  readonly spareDelayMs: number;
  /** A database that has not started by then never will. */
  readonly bootTimeoutMs: number;
}

interface Booted {
  readonly line: Line;
}

/** Workers by dataset: opening hands out the warm spare where there is one and starts the next behind it. */
export function createWorkerEngine(options: WorkerEngineOptions): Engine {
  const { bootTimeoutMs: timeoutMs } = options;
  const lines = new Set<Line>();
  const spares = new Map<string, Promise<Booted>[]>();
  const idle: { readonly line: Line; readonly key: string }[] = [];
  let disposed = false;
  let refilling: ReturnType<typeof setTimeout> | undefined;
  /** What the next spare is for, while it waits for a session to be closed. */
  let wanted: DatasetRef | undefined;

  const boot = (ref: DatasetRef): Promise<Booted> => {
    const key = datasetKey(ref);
    const begun = options.adopt?.(ref);
    if (begun) return bootOn(openLine(begun.worker), ref, begun.arrived);
    const alike = idle.findIndex((one) => one.key === key);
    const [again] = idle.splice(alike < 0 ? idle.length - 1 : alike, 1);
    const fresh = () => bootOn(openLine(options.spawn()), ref);
    return again ? bootOn(again.line, ref).catch(fresh) : fresh();
  };
  const ask = async (line: Line, ref: DatasetRef): Promise<void> => {
    const { files, arrived } = await options.load(ref.name);
    const again = options.kept > 0 && !ref.afresh ? datasetKey(ref) : undefined;
    const assets: BootAssets = { files, extensions: ref.extensions ?? [], setup: ref.setup ?? '', again };
    await bootLine(line, line.ask({ op: 'open', assets }), { arrived, timeoutMs });
  };
  /** `arrived` where the line was asked to open already. */
  const bootOn = async (line: Line, ref: DatasetRef, arrived?: Promise<void>): Promise<Booted> => {
    lines.add(line);
    try {
      await (arrived ? bootLine(line, line.answered(), { arrived, timeoutMs }) : ask(line, ref));
      return { line };
    } catch (thrown) {
      const fault = thrown instanceof EngineFault ? thrown : new EngineFault('init-failed', String(thrown));
      line.kill(fault);
      lines.delete(line);
      throw fault;
    }
  };

  const fill = (ref: DatasetRef, count: number) => {
    const key = datasetKey(ref);
    for (const other of spares.keys()) if (other !== key) void drop(other);
    const waiting = spares.get(key) ?? [];
    spares.set(key, waiting);
    while (waiting.length < count && !disposed) {
      const spare = boot(ref);
      spare.catch(() => {
        const at = waiting.indexOf(spare);
        if (at >= 0) waiting.splice(at, 1);
      });
      waiting.push(spare);
    }
  };
  const countSessions = () => {
    const alive = [...lines].filter(({ dead }) => dead === undefined);
    return alive.length - idle.length - [...spares.values()].flat().length;
  };
  const refill = (ref: DatasetRef) => {
    if (options.spares === 0 || disposed) return;
    clearTimeout(refilling);
    wanted = undefined;
    refilling = setTimeout(() => {
      // Beside a second session, as a check has one, the spare would be a third database, and take time from its clock.
      if (countSessions() > 1) wanted = ref;
      else fill(ref, options.spares);
    }, options.spareDelayMs);
  };
  const drop = async (key: string) => {
    const waiting = spares.get(key) ?? [];
    spares.delete(key);
    for (const spare of waiting) {
      const booted = await spare.catch(() => undefined);
      if (booted) end(booted.line);
    }
  };
  const end = (line: Line) => {
    line.kill(new EngineFault('closed', 'the engine let it go'));
    lines.delete(line);
  };
  const release = (line: Line, ref: DatasetRef) => {
    if (line.dead) lines.delete(line);
    else if (idle.length < options.kept && !disposed) idle.push({ line, key: datasetKey(ref) });
    else end(line);
    if (wanted) refill(wanted);
  };
  const take = async (ref: DatasetRef): Promise<Booted> => {
    const spare = spares.get(datasetKey(ref))?.shift();
    const booted = spare ? await spare.catch(() => undefined) : undefined;
    return booted && !booted.line.dead ? booted : boot(ref);
  };

  return {
    version: options.version,
    async open(ref): Promise<Session> {
      if (disposed) throw new EngineFault('closed', 'the engine is closed');
      const { line } = await take(ref);
      refill(ref);
      return createSession(line, () => release(line, ref));
    },
    prepare: (ref) => fill(ref, 1),
    async dispose() {
      disposed = true;
      clearTimeout(refilling);
      for (const line of lines) end(line);
      await Promise.all([...spares.keys()].map(drop));
    },
  };
}
