import { datasetKey } from './dataset-key.ts';
import type { DatasetRef } from './engine.ts';
import type { WorkerPool } from './worker-pool.ts';
import type { Line } from './worker-session.ts';

export interface WarmSparesOptions {
  /** Databases kept open ahead of need; 0 where memory is small. */
  readonly spares: number;
  /** How long after an opening the next spare is started, so that it does not slow the first query down. */
  readonly spareDelayMs: number;
}

/** Databases that are open before anybody asks for them, on the dataset that was opened last. */
export interface WarmSpares {
  /** The spare where there is one that opened; opened now where there is none. Throws an EngineFault. */
  take(ref: DatasetRef): Promise<Line>;
  /** Opens one at once, where there is none on the dataset; those on others are closed. */
  prepare(ref: DatasetRef): void;
  /** Opens the next ones after a while. */
  refill(ref: DatasetRef): void;
  /** Goes on with a refill that waited for a session to be closed. */
  onReleased(): void;
  /** Closes all that there are, and those that still open when they have. */
  dispose(): Promise<void>;
}

/** The spares of a pool; none yet. */
export function createWarmSpares(pool: WorkerPool, options: WarmSparesOptions): WarmSpares {
  const spares = new Map<string, Promise<Line>[]>();
  let disposed = false;
  let refilling: ReturnType<typeof setTimeout> | undefined;
  /** What the next spare is for, while it waits for a session to be closed. */
  let wanted: DatasetRef | undefined;

  const drop = async (key: string) => {
    const waiting = spares.get(key) ?? [];
    spares.delete(key);
    for (const spare of waiting) {
      const line = await spare.catch(() => undefined);
      if (line) pool.end(line);
    }
  };
  const fill = (ref: DatasetRef, count: number) => {
    const key = datasetKey(ref);
    for (const other of spares.keys()) if (other !== key) void drop(other);
    const waiting = spares.get(key) ?? [];
    spares.set(key, waiting);
    while (waiting.length < count && !disposed) {
      const spare = pool.boot(ref);
      spare.catch(() => {
        const at = waiting.indexOf(spare);
        if (at >= 0) waiting.splice(at, 1);
      });
      waiting.push(spare);
    }
  };
  const refill = (ref: DatasetRef) => {
    if (options.spares === 0 || disposed) return;
    clearTimeout(refilling);
    wanted = undefined;
    refilling = setTimeout(() => {
      const sessions = pool.open - [...spares.values()].flat().length;
      // Beside a second session, as a check has one, the spare would be a third database, and take time from its clock.
      if (sessions > 1) wanted = ref;
      else fill(ref, options.spares);
    }, options.spareDelayMs);
  };
  return {
    async take(ref) {
      const spare = spares.get(datasetKey(ref))?.shift();
      const line = await spare?.catch(() => undefined);
      return line && !line.dead ? line : pool.boot(ref);
    },
    prepare: (ref) => fill(ref, 1),
    refill,
    onReleased() {
      if (wanted) refill(wanted);
    },
    async dispose() {
      disposed = true;
      clearTimeout(refilling);
      await Promise.all([...spares.keys()].map(drop));
    },
  };
}
