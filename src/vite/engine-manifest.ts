import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ID = 'virtual:planwright/engine-manifest';
const RESOLVED = `\0${ID}`;

/**
 * Gives the pages the list of the engine's files from the folder that the site serves: the project's, or that of a course
 * of somebody's own, whose datasets are others. `publicFolder` is absolute.
 */
export function engineManifest(publicFolder: string): Plugin {
  const file = join(publicFolder, 'engine', 'manifest.json');
  return {
    name: 'planwright:engine-manifest',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      if (!existsSync(file)) return 'export default undefined;';
      this.addWatchFile(file);
      return `export default ${readFileSync(file, 'utf8')};`;
    },
  };
}
