import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { openDatabase } from './database.ts';
import { loadEngineFiles } from './node-engine.ts';

const ENGINE = join(import.meta.dirname, '../../public/engine');

/** For tests: an empty database in this thread, from its snapshot. To run initdb for it takes several times as long. */
export async function openEmptyDatabase(): Promise<PGlite> {
  return (await openDatabase(await loadEngineFiles(ENGINE, 'empty'), [])).process.db;
}
