import type { DatasetRef, Engine, Session } from '../engine/engine.ts';
import { type Copying, copyTables, pasteTables } from './copy-tables.ts';

/** Makes an engine of SQLite, whose databases are empty until they are filled. */
export type MakeSqlite = (fill: (session: Session, dataset: DatasetRef) => Promise<void>) => Engine;

/** SQLite beside PostgreSQL: which tables of the dataset it holds a copy of, and who is told how far the copying is. */
export interface Beside {
  readonly postgres: Engine;
  readonly make: MakeSqlite;
  readonly tables: readonly string[];
  readonly say?: (copying: Copying) => void;
}

/**
 * An engine of SQLite whose databases begin with the rows that PostgreSQL's begin with. They are read from a copy of the
 * dataset once, when the first database is opened, and kept as text for those that come after it.
 */
export function sqliteBeside({ postgres, make, tables, say = () => undefined }: Beside): Engine {
  const read = new Map<string, Promise<readonly string[]>>();
  const readOnce = async (dataset: DatasetRef): Promise<readonly string[]> => {
    if (tables.length === 0) return [];
    const session = await postgres.open(dataset);
    try {
      return await copyTables(session, tables, say);
    } finally {
      await session.close();
    }
  };
  return make(async (session, dataset) => {
    const texts = read.get(dataset.name) ?? readOnce(dataset);
    read.set(dataset.name, texts);
    texts.catch(() => read.delete(dataset.name));
    await pasteTables(session, await texts);
  });
}
