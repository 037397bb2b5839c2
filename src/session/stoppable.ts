import type { Engine, Session } from '../engine/engine.ts';

export interface StoppableEngine extends Engine {
  /** Closes every session that was opened through it. */
  stop(): Promise<void>;
}

/** An engine whose sessions can all be ended together: what Stop does to a check. */
export function makeStoppable(engine: Engine): StoppableEngine {
  const open = new Set<Session>();
  return {
    version: engine.version,
    async open(dataset) {
      const session = await engine.open(dataset);
      open.add(session);
      return session;
    },
    async stop() {
      await Promise.all([...open].map((session) => session.close()));
      open.clear();
    },
    prepare: engine.prepare,
    dispose: engine.dispose,
  };
}
