import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { createNodeEngine } from './node-engine.ts';

/**
 * The engine on the snapshots that ship, for tests whose SQL is their own: a thread serves one database after another,
 * which spares each of them half of its opening. What may be hostile asks for `createNodeEngine`, where each database
 * has a thread that nothing ran in before.
 */
export function openTestEngine(): Promise<Engine> {
  return createNodeEngine(join(import.meta.dirname, '../../public/engine'), { kept: 1 });
}

/** The engine, telling of every text that a session of it is given to run. */
export function watchRuns(engine: Engine, see: (sql: string) => void): Engine {
  return {
    ...engine,
    async open(ref) {
      const session = await engine.open(ref);
      return {
        ...session,
        ended: false,
        run(sql, limits) {
          see(sql);
          return session.run(sql, limits);
        },
      };
    },
  };
}
