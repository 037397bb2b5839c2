import { type BrowserLoaderOptions, createBrowserLoader } from './browser-loader.ts';
import { takeEarlyDatabase } from './early-start.ts';
import { type Engine, EngineFault } from './engine.ts';
import type { Reply } from './protocol.ts';
import { deviceHere, sparesFor } from './spares.ts';
import { createWorkerEngine } from './worker-engine.ts';
import { BOOT_TIMEOUT_MS } from './worker-pool.ts';
import type { HostWorker } from './worker-session.ts';

/** `said` is what the worker has answered so far. */
function hostOf(worker: Worker, said: readonly Reply[] = []): HostWorker {
  return {
    post: (request, transfer) => worker.postMessage(request, [...transfer]),
    listen(onReply, onDeath) {
      for (const reply of said) queueMicrotask(() => onReply(reply));
      worker.addEventListener('message', (event: MessageEvent<Reply>) => onReply(event.data));
      worker.addEventListener('error', (event) => {
        onDeath(`the database worker failed: ${event.message || 'its script could not be loaded'}`);
      });
    },
    kill: () => worker.terminate(),
  };
}

const noWorker = (database: string) =>
  `this browser does not allow workers, which ${database} needs to run here`;

/** Starts a database's worker. Throws an EngineFault where this browser allows none. */
export function startWorker(database: string, start: () => Worker): HostWorker {
  try {
    return hostOf(start());
  } catch (cause) {
    throw new EngineFault('no-worker', noWorker(database), { cause });
  }
}

function spawnWorker(): HostWorker {
  return startWorker(
    'PostgreSQL',
    () => new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module', name: 'postgres' }),
  );
}

/** Whether the newest parts of JavaScript that the site uses are there; fault-text.ts says in which browsers they are. */
function isRecent(): boolean {
  return typeof Promise.withResolvers === 'function' && typeof Map.groupBy === 'function';
}

/** PGlite in Web Workers. Throws an EngineFault at once where this browser cannot run it. */
export function createBrowserEngine(options: BrowserLoaderOptions): Engine {
  if (typeof WebAssembly !== 'object') {
    throw new EngineFault(
      'no-webassembly',
      'this browser has no WebAssembly, which PostgreSQL needs to run here',
    );
  }
  if (typeof Worker !== 'function') {
    throw new EngineFault('no-worker', noWorker('PostgreSQL'));
  }
  if (!isRecent()) {
    throw new EngineFault('browser-too-old', 'this browser is too old to run PostgreSQL in it');
  }
  const { load, handedEarly } = createBrowserLoader(options);
  return createWorkerEngine({
    version: `PostgreSQL 18 (PGlite ${options.manifest.pglite})`,
    spawn: spawnWorker,
    load,
    adopt(ref) {
      const early = takeEarlyDatabase(ref);
      return early && { worker: hostOf(early.worker, early.said), arrived: handedEarly() };
    },
    spares: sparesFor(deviceHere()),
    spareDelayMs: 600,
    kept: 0,
    bootTimeoutMs: BOOT_TIMEOUT_MS,
  });
}
