import type { Plugin } from 'vite';

/** The oldest that the site is for; the README says so, and `islands/faults/fault-text.ts`. */
const OLDEST = ['chrome119', 'edge119', 'firefox121', 'safari17.4'];

/**
 * Has scripts and styles written for the oldest browsers that the site is for. Astro gives what goes to the browser a
 * target of its own: the styles of an island then come out in two ways, and a page asks for both.
 */
export function supportedBrowsers(): Plugin {
  const build = { target: OLDEST };
  return {
    name: 'planwright:supported-browsers',
    apply: 'build',
    config: () => ({ build, environments: { client: { build } } }),
  };
}
