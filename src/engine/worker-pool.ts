import { datasetKey } from './dataset-key.ts';
import { type DatasetRef, EngineFault } from './engine.ts';
import type { LoadFiles } from './manifest.ts';
import type { BootAssets } from './protocol.ts';
import { bootLine, type HostWorker, type Line, openLine } from './worker-session.ts';

/** A worker whose first request, to open a database, was posted already. */
export interface BegunDatabase {
  readonly worker: HostWorker;
  /** When its files are there, as in `BootLimits`. */
  readonly arrived: Promise<void>;
}

/** An exercise's setup takes seconds of a whole core, and an old laptop with other things to do gives it a small part of one. */
export const BOOT_TIMEOUT_MS = 180_000;

export interface WorkerPoolOptions {
  readonly spawn: () => HostWorker;
  readonly load: LoadFiles;
  /** A database on a dataset that somebody else has begun to open, where there is one. */
  readonly adopt?: (ref: DatasetRef) => BegunDatabase | undefined;
  /** Workers kept when their session is closed, to open the next database in: a new one takes longer to start. */
  readonly kept: number;
  /** A database that has not started by then never will. */
  readonly bootTimeoutMs: number;
}

/** Workers that hold a database each. */
export interface WorkerPool {
  /** Opens a database. Throws an EngineFault where it does not open; its worker is ended then. */
  boot(ref: DatasetRef): Promise<Line>;
  /** Ends a worker and its database. */
  end(line: Line): void;
  /** Takes back a worker whose session is over: keeps it for the next database, or ends it. */
  release(line: Line, ref: DatasetRef): void;
  /** Databases that are open or being opened. */
  readonly open: number;
  /** Ends all, also those that come back later. */
  dispose(): void;
}

/** A pool without a worker yet. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const { bootTimeoutMs: timeoutMs } = options;
  const lines = new Set<Line>();
  const idle: { readonly line: Line; readonly key: string }[] = [];
  let disposed = false;

  const ask = async (line: Line, ref: DatasetRef): Promise<void> => {
    const { files, arrived } = await options.load(ref.name);
    const again = options.kept > 0 && !ref.afresh ? datasetKey(ref) : undefined;
    const assets: BootAssets = { files, extensions: ref.extensions ?? [], setup: ref.setup ?? '', again };
    await bootLine(line, line.ask({ op: 'open', assets }), { arrived, timeoutMs });
  };
  const bootOn = async (line: Line, open: (line: Line) => Promise<void>): Promise<Line> => {
    lines.add(line);
    try {
      await open(line);
      return line;
    } catch (thrown) {
      const fault = thrown instanceof EngineFault ? thrown : new EngineFault('init-failed', String(thrown));
      line.kill(fault);
      lines.delete(line);
      throw fault;
    }
  };
  const adopt = ({ worker, arrived }: BegunDatabase): Promise<Line> =>
    bootOn(openLine(worker), (line) => bootLine(line, line.answered(), { arrived, timeoutMs }));
  /** The idle worker that had a database on the same dataset, or any. */
  const takeIdle = (ref: DatasetRef): Line | undefined => {
    const alike = idle.findIndex(({ key }) => key === datasetKey(ref));
    return idle.splice(alike < 0 ? idle.length - 1 : alike, 1)[0]?.line;
  };
  const end = (line: Line) => {
    line.kill(new EngineFault('closed', 'the engine let it go'));
    lines.delete(line);
  };
  return {
    boot(ref) {
      const begun = options.adopt?.(ref);
      if (begun) return adopt(begun);
      const open = (line: Line) => ask(line, ref);
      const fresh = () => bootOn(openLine(options.spawn()), open);
      const again = takeIdle(ref);
      return again ? bootOn(again, open).catch(fresh) : fresh();
    },
    end,
    release(line, ref) {
      if (line.dead) lines.delete(line);
      else if (idle.length < options.kept && !disposed) idle.push({ line, key: datasetKey(ref) });
      else end(line);
    },
    get open() {
      return [...lines].filter(({ dead }) => dead === undefined).length - idle.length;
    },
    dispose() {
      disposed = true;
      for (const line of lines) end(line);
    },
  };
}
