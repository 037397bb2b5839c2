import { startWorker } from '../browser-engine.ts';
import type { HostWorker } from '../worker-session.ts';

/** A Web Worker with a SQLite database. Throws an EngineFault where this browser allows none. */
export function spawnSqliteWorker(): HostWorker {
  return startWorker(
    'SQLite',
    () => new Worker(new URL('./sqlite-worker.ts', import.meta.url), { type: 'module', name: 'sqlite' }),
  );
}
