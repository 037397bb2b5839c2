import { join } from 'node:path';
import type { Plugin } from 'vite';

const FETCH_PARTS = join(import.meta.dirname, '..', 'islands', 'fetch-parts.ts').replaceAll('\\', '/');

/** What Vite puts around each import of a part that comes later; `assetsURL` is a function of its own. */
const EXPORTED = 'export const __vitePreload =';
const SURE = `import { fetchParts, runParts } from '${FETCH_PARTS}';
export const __vitePreload = async (load, files = [], from) => {
  const urls = files.map((file) => new URL(assetsURL(file, from), import.meta.url).href);
  await fetchParts(urls);
  return preloadAll(() => runParts(urls).then(load), files, from);
};`;

/** Has a part of the page that comes later fetched, more than once where need be, and run file by file. */
export function sureParts(): Plugin {
  return {
    name: 'planwright:sure-parts',
    apply: 'build',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          // Vite leaves the part itself out where it needs no other file.
          resolveDependencies: (file, needed) => (needed.includes(file) ? needed : [file, ...needed]),
        },
      },
    }),
    transform: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler(code) {
        if (!code.includes(EXPORTED) || !code.includes('assetsURL =')) {
          this.error(
            'Vite no longer loads parts as it did. Fix: adapt src/vite/sure-parts.ts to this version.',
          );
        }
        return { code: `${code.replace(EXPORTED, 'const preloadAll =')}\n${SURE}\n`, map: null };
      },
    },
  };
}
