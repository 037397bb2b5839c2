import { type Engine, EngineFault, type Session } from '../engine/engine.ts';

export interface StoppableEngine extends Engine {
  /** Closes every session that was opened through it; one that is still opening fails, as do later ones. */
  stop(): Promise<void>;
}

/** An engine whose sessions can all be ended together: what Stop does to a check. */
export function makeStoppable(engine: Engine): StoppableEngine {
  const open = new Set<Session>();
  let stopped = false;
  return {
    version: engine.version,
    async open(dataset) {
      const session = await engine.open(dataset);
      if (stopped) {
        await session.close();
        throw new EngineFault('closed', 'it was stopped while the database opened');
      }
      open.add(session);
      return session;
    },
    async stop() {
      stopped = true;
      await Promise.all([...open].map((session) => session.close()));
      open.clear();
    },
    prepare: engine.prepare,
    dispose: engine.dispose,
  };
}
