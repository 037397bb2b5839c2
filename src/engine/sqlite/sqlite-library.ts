import init, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

/** SQLite as a library, and one database of it in memory. */
export interface SqliteDatabase {
  readonly library: Sqlite3Static;
  /** What the library's functions call the connection by. */
  readonly pointer: number;
}

/** A page takes no files and no storage of the browser: a database lives as long as its worker. */
const WITHOUT_FILES = {
  disable: { vfs: { kvvfs: true, opfs: true, 'opfs-sahpool': true, 'opfs-wl': true } },
};

/** Loads the library and opens an empty database in memory. Rejects where the library does not come. */
export async function openSqlite(): Promise<SqliteDatabase> {
  Object.assign(globalThis, { sqlite3ApiConfig: WITHOUT_FILES });
  const library = await init();
  const { pointer } = new library.oo1.DB(':memory:');
  if (pointer === undefined) throw new Error('SQLite opened no database');
  return { library, pointer };
}
