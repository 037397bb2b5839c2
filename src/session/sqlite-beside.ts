import type { DatasetRef, Engine, Session } from '../engine/engine.ts';
import { type Copying, copyTables, pasteTable } from './copy-tables.ts';

/** Makes an engine of SQLite, whose databases are empty until they are filled. */
export type MakeSqlite = (fill: (session: Session, dataset: DatasetRef) => Promise<void>) => Engine;

/** SQLite beside PostgreSQL: which tables of the dataset it holds a copy of, and who is told how far the copying is. */
export interface Beside {
  readonly postgres: Engine;
  readonly make: MakeSqlite;
  readonly tables: readonly string[];
  readonly say?: (copying: Copying) => void;
}

/** Copies tables into an empty SQLite, which takes each part while the next is read, and gives the parts. */
async function copyInto(sqlite: Session, from: Session, { tables, say = () => undefined }: Beside) {
  const texts: string[] = [];
  let pasting = Promise.resolve();
  for await (const text of copyTables(from, tables, say)) {
    texts.push(text);
    await pasting;
    pasting = pasteTable(sqlite, text);
    // Told when it is waited for.
    pasting.catch(() => undefined);
  }
  await pasting;
  return texts;
}

/**
 * An engine of SQLite whose databases begin with the rows that PostgreSQL's begin with. They are read from a copy of the
 * dataset once, when the first database is opened, and kept as text for those that come after it.
 */
export function sqliteBeside(beside: Beside): Engine {
  const copied = new Map<string, readonly string[]>();
  const copyOnce = async (sqlite: Session, dataset: DatasetRef): Promise<void> => {
    const postgres = await beside.postgres.open(dataset);
    try {
      copied.set(dataset.name, await copyInto(sqlite, postgres, beside));
    } finally {
      await postgres.close();
    }
  };
  return beside.make(async (session, dataset) => {
    if (beside.tables.length === 0) return;
    const texts = copied.get(dataset.name);
    if (texts === undefined) return copyOnce(session, dataset);
    for (const text of texts) await pasteTable(session, text);
  });
}
