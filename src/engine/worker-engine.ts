import { type Engine, EngineFault, type Session } from './engine.ts';
import { createWarmSpares, type WarmSparesOptions } from './warm-spares.ts';
import { createWorkerPool, type WorkerPoolOptions } from './worker-pool.ts';
import { createSession } from './worker-session.ts';

export interface WorkerEngineOptions extends WorkerPoolOptions, WarmSparesOptions {
  readonly version: string;
}

/** An engine in workers: opening hands out the warm spare where there is one and starts the next behind it. */
export function createWorkerEngine(options: WorkerEngineOptions): Engine {
  const pool = createWorkerPool(options);
  const spares = createWarmSpares(pool, options);
  let disposed = false;
  return {
    version: options.version,
    async open(ref): Promise<Session> {
      if (disposed) throw new EngineFault('closed', 'the engine is closed');
      const line = await spares.take(ref);
      spares.refill(ref);
      return createSession(line, () => {
        pool.release(line, ref);
        spares.onReleased();
      });
    },
    prepare: (ref) => spares.prepare(ref),
    async dispose() {
      disposed = true;
      const dropped = spares.dispose();
      pool.dispose();
      await dropped;
    },
  };
}
