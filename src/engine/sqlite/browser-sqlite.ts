import { hostOf } from '../browser-engine.ts';
import { EngineFault } from '../engine.ts';
import type { HostWorker } from '../worker-session.ts';

/** A Web Worker with a SQLite database. Throws an EngineFault where this browser allows none. */
export function spawnSqliteWorker(): HostWorker {
  try {
    return hostOf(
      new Worker(new URL('./sqlite-worker.ts', import.meta.url), { type: 'module', name: 'sqlite' }),
    );
  } catch (cause) {
    throw new EngineFault(
      'no-worker',
      'this browser does not allow workers, which SQLite needs to run here',
      { cause },
    );
  }
}
