import type { Plugin } from 'vite';

const named = /new URL\("(sqlite3-(?:opfs-async-proxy\.js|worker1\.mjs))", import\.meta\.url\)/g;

/** Leaves out SQLite's own workers, which nothing starts here: the site would serve a quarter of a megabyte for nobody. */
export function sqliteFiles(): Plugin {
  return {
    name: 'planwright:sqlite-files',
    enforce: 'pre',
    transform: {
      filter: { id: /@sqlite\.org[\\/]sqlite-wasm[\\/]dist[\\/]index\.mjs/ },
      handler(code) {
        const replaced = code.replace(named, 'new URL("not-shipped:$1")');
        return replaced === code ? null : { code: replaced, map: null };
      },
    },
  };
}
