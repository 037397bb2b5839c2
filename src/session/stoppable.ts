import { type Engine, EngineFault, type Session } from '../engine/engine.ts';
import { createHalt } from './halt.ts';

/** An engine of which everything can be ended at once. */
export interface StoppableEngine extends Engine {
  /**
   * Closes every session that was opened through it. One that is still opening fails at once, as do later ones, and is closed
   * when it has opened.
   */
  stop(): Promise<void>;
}

/** An engine whose sessions can all be ended together: what Stop does to a check. */
export function makeStoppable(engine: Engine): StoppableEngine {
  const open = new Set<Session>();
  const waits = createHalt();
  let stopped = false;
  return {
    version: engine.version,
    async open(dataset) {
      const opening = stopped ? undefined : engine.open(dataset);
      const session = opening && (await waits.orHalted(opening));
      if (session && !stopped) {
        open.add(session);
        return session;
      }
      opening?.then((late) => late.close()).catch(() => undefined);
      throw new EngineFault('closed', 'it was stopped while the database opened');
    },
    async stop() {
      stopped = true;
      waits.halt();
      await Promise.all([...open].map((session) => session.close()));
      open.clear();
    },
    prepare: engine.prepare,
    dispose: engine.dispose,
  };
}
