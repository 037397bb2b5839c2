import manifest from 'virtual:planwright/engine-manifest';
import { addressOf, outlineOf } from '../engine/browser-loader.ts';
import { datasetKey } from '../engine/dataset-key.ts';
import {
  EARLY_HAND,
  type EarlyStartOptions,
  FILES_WORKER,
  POSTGRES_WORKER,
  startEarly,
} from '../engine/early-start.ts';
import type { DatasetRef } from '../engine/engine.ts';

/**
 * The script for the head of a page that is there to be worked on: it has the database opened before anything else of
 * the page. `from` is where the engine's files are served. Undefined in development, where workers have no
 * built scripts.
 */
export function earlyStartScript(ref: DatasetRef, from: string): string | undefined {
  const address = manifest && addressOf(from, manifest, ref.name);
  if (import.meta.env.DEV || !address) return undefined;
  const { boot, relations, statisticsTarget } = address.dataset;
  const lean = { ...address, dataset: { boot, relations, statisticsTarget, tables: [] } };
  const { extensions = [], setup = '' } = ref;
  const options = JSON.stringify({
    files: FILES_WORKER,
    postgres: POSTGRES_WORKER,
    address: lean,
    hand: EARLY_HAND,
    assets: { files: outlineOf(address), extensions, setup, again: undefined },
    key: datasetKey(ref),
  } satisfies EarlyStartOptions);
  return `(${startEarly})(${options.replaceAll('<', '\\u003c')})`;
}
