import { spawnSqliteWorker } from '../engine/sqlite/browser-sqlite.ts';
import { createSqliteEngine } from '../engine/sqlite/sqlite-engine.ts';
import type { MakeSqlite } from '../session/sqlite-beside.ts';

/** SQLite in Web Workers: the browser's composition root for it, loaded by the lessons that have a block for it. */
export const makeSqlite: MakeSqlite = (fill) => createSqliteEngine({ spawn: spawnSqliteWorker, fill });
