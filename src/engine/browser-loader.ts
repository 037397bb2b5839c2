import { EngineFault, type Progress } from './engine.ts';
import { createFilesKeeper } from './files-keeper.ts';
import type { EngineManifest, FilesAddress, LoadFiles } from './manifest.ts';

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

/** Downloads in a worker of its own; what comes back is a port on which the files arrive for a database's worker. */
export function createBrowserLoader({ from, manifest, onProgress }: BrowserLoaderOptions): LoadFiles {
  const handOver = createFilesKeeper(onProgress);
  return async (name) => {
    const address = addressOf(new URL(from, document.baseURI).href, manifest, name);
    if (!address) throw new EngineFault('unknown-dataset', `this site has no dataset “${name}”`);
    const { port, arrived } = handOver(address);
    const { boot, statisticsTarget } = address.dataset;
    const outline = { bootBytes: boot.unpacked, bundleBytes: address.bundle.unpacked, statisticsTarget };
    return { files: { ...outline, port }, arrived };
  };
}
