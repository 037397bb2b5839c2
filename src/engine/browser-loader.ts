import { EngineFault, type Progress } from './engine.ts';
import { createFilesKeeper } from './files-keeper.ts';
import type { EngineManifest, FilesAddress, FilesOutline, LoadFiles } from './manifest.ts';

export interface BrowserLoaderOptions {
  /** Where the engine's files are served, with a trailing slash. */
  readonly from: string;
  readonly manifest: EngineManifest;
  readonly onProgress: (progress: Progress) => void;
}

/** Where a dataset's files are; undefined where the manifest has no such dataset. */
export function addressOf(from: string, manifest: EngineManifest, name: string): FilesAddress | undefined {
  const dataset = manifest.datasets[name];
  return dataset && { from, wasm: manifest.wasm, bundle: manifest.bundle, dataset };
}

/** What a database is opened with of its files before any of them has come. */
export function outlineOf({ bundle, dataset }: FilesAddress): FilesOutline {
  const { boot, statisticsTarget } = dataset;
  return { bootBytes: boot.unpacked, bundleBytes: bundle.unpacked, statisticsTarget };
}

export interface BrowserLoader {
  /** Downloads in a worker of its own; what comes back is a port on which the files arrive for a database's worker. */
  readonly load: LoadFiles;
  /** When the files have arrived that the page asked for in its head. */
  readonly handedEarly: () => Promise<void>;
}

/** Loads what is served from one place. */
export function createBrowserLoader({ from, manifest, onProgress }: BrowserLoaderOptions): BrowserLoader {
  const { hand, handedEarly } = createFilesKeeper(onProgress);
  const load: LoadFiles = async (name) => {
    const address = addressOf(new URL(from, document.baseURI).href, manifest, name);
    if (!address) throw new EngineFault('unknown-dataset', `this site has no dataset “${name}”`);
    const { port, arrived } = hand(address);
    return { files: { ...outlineOf(address), port }, arrived };
  };
  return { load, handedEarly };
}
