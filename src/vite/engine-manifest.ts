import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const RESOLVED = '\0virtual:planwright/engine-manifest';

/**
 * Gives the pages the list of the engine's files from the folder that the site serves: the project's, or that of a course
 * of somebody's own, whose datasets are others. `publicFolder` is absolute.
 */
export function engineManifest(publicFolder: string): Plugin {
  const file = join(publicFolder, 'engine', 'manifest.json');
  return {
    name: 'planwright:engine-manifest',
    resolveId: { filter: { id: /^virtual:planwright\/engine-manifest$/ }, handler: () => RESOLVED },
    load: {
      filter: { id: /^\0virtual:planwright\/engine-manifest$/ },
      handler() {
        if (!existsSync(file)) return 'export default undefined;';
        this.addWatchFile(file);
        return `export default ${readFileSync(file, 'utf8')};`;
      },
    },
  };
}
