import manifest from 'virtual:planwright/engine-manifest';
import { addressOf } from '../engine/browser-loader.ts';
import { EARLY_HAND, FILES_WORKER, POSTGRES_WORKER, startEarly } from '../engine/early-start.ts';

/**
 * The script for the head of a page that is there to be worked on: it starts the database's download before anything
 * else of the page. `from` is where the engine's files are served. Undefined in development, where workers have no
 * built scripts.
 */
export function earlyStartScript(dataset: string, from: string): string | undefined {
  const address = manifest && addressOf(from, manifest, dataset);
  if (import.meta.env.DEV || !address) return undefined;
  const { boot, relations, statisticsTarget } = address.dataset;
  const lean = { ...address, dataset: { boot, relations, statisticsTarget, tables: [] } };
  const options = JSON.stringify({
    files: FILES_WORKER,
    postgres: POSTGRES_WORKER,
    address: lean,
    hand: EARLY_HAND,
  });
  return `(${startEarly})(${options.replaceAll('<', '\\u003c')})`;
}
