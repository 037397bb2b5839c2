import { type DatasetRef, type Engine, EngineFault, type Session } from '../engine.ts';
import { createSession, type HostWorker, openLine } from '../worker-session.ts';

export interface SqliteEngineOptions {
  readonly spawn: () => HostWorker;
  /** Brings an empty database to the state in which a session begins. What it throws, opening throws. */
  readonly fill: (session: Session, dataset: DatasetRef) => Promise<void>;
}

/** SQLite in workers, behind the interface that PostgreSQL is behind. A database is empty until it is filled. */
export function createSqliteEngine({ spawn, fill }: SqliteEngineOptions): Engine {
  const sessions = new Set<Session>();
  let disposed = false;
  return {
    version: 'SQLite',
    async open(dataset) {
      if (disposed) throw new EngineFault('closed', 'the engine is closed');
      const line = openLine(spawn());
      const session = createSession(line, () => {
        sessions.delete(session);
        line.kill(new EngineFault('closed', 'the session is closed'));
      });
      sessions.add(session);
      try {
        await fill(session, dataset);
        return session;
      } catch (thrown) {
        await session.close();
        throw thrown;
      }
    },
    prepare: () => undefined,
    async dispose() {
      disposed = true;
      await Promise.all([...sessions].map((session) => session.close()));
    },
  };
}
