import type { Plugin } from 'vite';

/**
 * PGlite names its WebAssembly and its files where a bundler sees them, which would put 16 MB into the site that no page
 * asks for: ours are packed, and handed to it. An address of this scheme is one that nothing can be fetched from. Its own
 * places for a database's files, on the disk and in the browser, are left out likewise: ours is another.
 */
export function pgliteFiles(): Plugin {
  const named = /new URL\((["'])(?:\.\/)?((?:initdb|pglite)\.(?:wasm|data))\1,\s*import\.meta\.url\)/g;
  return {
    name: 'planwright:pglite-files',
    enforce: 'pre',
    load: {
      filter: { id: /@electric-sql[\\/]pglite[\\/]dist[\\/]fs[\\/](?:nodefs|opfs-ahp|memfs2opfs)\.js/ },
      handler: () => 'export {};',
    },
    transform: {
      filter: { id: /@electric-sql[\\/]pglite[\\/]dist[\\/][^\\/]+\.js/ },
      handler(code) {
        const replaced = code.replace(named, 'new URL("not-shipped:$2")');
        return replaced === code ? null : { code: replaced, map: null };
      },
    },
  };
}
