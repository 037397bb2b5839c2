import { takeEarly } from './early-start.ts';
import { EngineFault, type Progress } from './engine.ts';
import type { FilesReply, FilesRequest } from './files-protocol.ts';
import type { EngineManifest, FilesAddress, LoadFiles } from './manifest.ts';

export interface BrowserLoaderOptions {
  /** Where the engine's files are served, with a trailing slash. */
  readonly from: string;
  readonly manifest: EngineManifest;
  readonly onProgress: (progress: Progress) => void;
}

/** ms without a word from the keeper while files are waited for: the connection is as good as gone. */
export const STALLED_AFTER_MS = 60_000;

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (fault: EngineFault) => void;
}

function spawnKeeper(): Worker {
  const early = takeEarly('files');
  if (early) return early;
  return new Worker(new URL('./browser-files-worker.ts', import.meta.url), { type: 'module', name: 'files' });
}

/** Where a dataset's files are; undefined where the manifest has no such dataset. */
export function addressOf(from: string, manifest: EngineManifest, name: string): FilesAddress | undefined {
  const dataset = manifest.datasets[name];
  return dataset && { from, wasm: manifest.wasm, bundle: manifest.bundle, dataset };
}

/**
 * Downloads in a worker of its own; what comes back is a port on which the files arrive for a database's worker. A download
 * takes as long as it takes, but is given up where nothing comes: the next one starts anew with what the browser kept.
 */
export function createBrowserLoader({ from, manifest, onProgress }: BrowserLoaderOptions): LoadFiles {
  const waiting = new Map<number, Waiting>();
  let keeper: Worker | undefined;
  let next = 0;
  let stalled: ReturnType<typeof setTimeout> | undefined;
  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  };
  const listen = () => {
    clearTimeout(stalled);
    stalled = waiting.size > 0 ? setTimeout(giveUp, STALLED_AFTER_MS) : undefined;
  };
  const take = (reply: FilesReply) => {
    answer(reply);
    listen();
  };
  const answer = (reply: FilesReply) => {
    if (reply.kind === 'progress') return onProgress(reply.progress);
    const asked = settle(reply.id);
    if (reply.kind === 'handed') asked?.resolve();
    else asked?.reject(new EngineFault(reply.code, reply.message));
  };
  const fail = (why: string) => {
    keeper?.terminate();
    keeper = undefined;
    for (const id of [...waiting.keys()]) settle(id)?.reject(new EngineFault('download-failed', why));
  };
  const giveUp = () =>
    fail(`PostgreSQL could not be downloaded: nothing came for ${STALLED_AFTER_MS / 1000} s`);
  const open = (): Worker => {
    if (keeper) return keeper;
    keeper = spawnKeeper();
    keeper.addEventListener('message', ({ data }: MessageEvent<FilesReply>) => take(data));
    keeper.addEventListener('error', () => fail('the part of the page that fetches PostgreSQL did not load'));
    return keeper;
  };
  return async (dataset) => {
    const address = addressOf(new URL(from, document.baseURI).href, manifest, dataset);
    if (!address) throw new EngineFault('unknown-dataset', `this site has no dataset “${dataset}”`);
    const { port1, port2 } = new MessageChannel();
    const id = next;
    next += 1;
    const arrived = new Promise<void>((resolve, reject) => waiting.set(id, { resolve, reject }));
    arrived.catch(() => undefined);
    listen();
    open().postMessage({ op: 'hand', id, address, port: port2 } satisfies FilesRequest, [port2]);
    const { bundle, dataset: chosen } = address;
    const outline = { bundleBytes: bundle.unpacked, statisticsTarget: chosen.statisticsTarget };
    return { files: { ...outline, port: port1 }, arrived };
  };
}
