import type { Plugin } from 'vite';

/** Of Rolldown, what is asked of the graph of modules here. */
interface Modules {
  getModuleInfo(id: string): {
    readonly importers: readonly string[];
    readonly dynamicImporters: readonly string[];
    readonly isEntry: boolean;
  } | null;
}

const REACT = /[\\/]node_modules[\\/](?:react|react-dom|react-error-boundary|scheduler)[\\/]/;
const WORKBENCH = /[\\/]workbench\.tsx$/;
const PAGE_SCRIPT = /\?astro&type=script/;
/** It has only pages with a workbench. */
const WORKBENCH_SCRIPT = /[\\/]pages[\\/]exercises[\\/]/;

/** Entries, and parts that come later, which cannot do without a module. */
function neededBy(id: string, modules: Modules): readonly string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const visit = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const info = modules.getModuleInfo(at);
    if (!info) return;
    if (info.isEntry || info.dynamicImporters.length > 0) found.push(at);
    info.importers.forEach(visit);
  };
  visit(id);
  return found;
}

const forPages = (id: string, modules: Modules): string | null => {
  const needed = neededBy(id, modules);
  const isPage = (by: string) => PAGE_SCRIPT.test(by) && !WORKBENCH_SCRIPT.test(by);
  return needed.length > 1 && needed.some(isPage) ? 'shared' : null;
};

const forDesks = (id: string, modules: Modules): string | null => {
  const needed = neededBy(id, modules);
  return needed.length > 1 && needed.some((by) => WORKBENCH.test(by)) ? 'desk' : null;
};

/** The first that wants a module has it, with what that imports. */
const GROUPS = [
  // Of a schema's library, what only some parts use is apart.
  { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]/, priority: 4, entriesAware: true },
  { name: 'react', test: REACT, priority: 3 },
  { name: forPages, priority: 2 },
  { name: forDesks, priority: 1 },
];

/** Without the names of all that needs it. */
const chunkFileNames = ({ name }: { readonly name: string }): string =>
  `_astro/${name.split('~')[0]}.[hash].js`;

/**
 * Puts what the pages' own scripts share into one file, and what a workbench shares with other islands into another.
 * By itself the bundler makes a file of whatever the same parts share: an exercise's page then asks for thirty scripts,
 * each of which takes time when the database needs it most.
 */
export function sharedChunks(): Plugin {
  const output = { codeSplitting: { groups: GROUPS }, chunkFileNames };
  return {
    name: 'planwright:shared-chunks',
    apply: 'build',
    config: () => ({ environments: { client: { build: { rolldownOptions: { output } } } } }),
  };
}
