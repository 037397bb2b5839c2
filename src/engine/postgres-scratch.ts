import type { Server } from './postgres-server.ts';

/**
 * Databases of sessions that have ended are dropped this many at a time. Dropping makes the server write a checkpoint,
 * and the first write to a page after one costs far more WAL: so it waits until no session could be measuring.
 */
const MOST_PENDING = 8;
/** Whoever holds a session and asks for another would wait for itself: then it is dropped while others measure. */
const LONGEST_WAIT_MS = 20_000;

/** Scratch databases by template: each is handed out once and dropped some time after it was given back. */
export interface ScratchDatabases {
  take(template: string): Promise<string>;
  giveBack(database: string): void;
}

/** Scratch databases on a server, of which there is none yet. */
export function createScratchDatabases(server: Server): ScratchDatabases {
  const pending: string[] = [];
  let taken = 0;
  let wake: (() => void)[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const makeRoom = async () => {
    if (pending.length < MOST_PENDING) return;
    const late = performance.now() + LONGEST_WAIT_MS;
    while (taken > 0 && performance.now() < late) {
      await new Promise<void>((resolve) => {
        wake.push(resolve);
        setTimeout(resolve, late - performance.now()).unref();
      });
    }
    for (const database of pending.splice(0)) await server.drop(database);
  };
  const takeOne = async (template: string) => {
    await makeRoom();
    const database = await server.create(template);
    taken += 1;
    return database;
  };
  return {
    take(template) {
      const mine = turn.then(() => takeOne(template));
      turn = mine.catch(() => {});
      return mine;
    },
    giveBack(database) {
      taken -= 1;
      pending.push(database);
      for (const resolve of wake) resolve();
      wake = [];
    },
  };
}
