import type { Engine } from '../engine.ts';
import { spawnThread } from '../node-engine.ts';
import { createSqliteEngine, type SqliteEngineOptions } from './sqlite-engine.ts';

/** SQLite in worker threads. */
export function createNodeSqlite(fill: SqliteEngineOptions['fill']): Engine {
  return createSqliteEngine({
    spawn: () => spawnThread(new URL('./sqlite-thread.ts', import.meta.url)),
    fill,
  });
}
