import type { FilesReply } from './files-protocol.ts';
import type { FilesAddress } from './manifest.ts';

/** Stand in a page for the addresses of the workers' scripts until the build knows them. */
export const FILES_WORKER = '@planwright/files-worker';
export const POSTGRES_WORKER = '@planwright/postgres-worker';

/** The number of the first request for files, which a page makes in its head. */
export const EARLY_HAND = 0;

/** The keeper of the files, already asked for a dataset's. */
export interface EarlyKeeper {
  readonly worker: Worker;
  readonly address: FilesAddress;
  /** Where the files arrive. */
  readonly port: MessagePort;
  /** What the keeper has said so far. */
  readonly said: FilesReply[];
}

/** Workers that a page started in its head, before its own scripts ran. */
export interface EarlyStart {
  files: EarlyKeeper | undefined;
  postgres: Worker | undefined;
}

export interface EarlyStartOptions {
  /** Addresses of the workers' scripts. */
  readonly files: string;
  readonly postgres: string;
  readonly address: FilesAddress;
  readonly hand: typeof EARLY_HAND;
}

declare global {
  var planwrightEarlyStart: EarlyStart | undefined;
}

/**
 * Runs in a page's head as text, so it may use nothing from outside: begins the downloads and loads the workers' scripts.
 * The page fetches by itself and hands the bytes on, since a worker takes a while to start. Does nothing where the reader
 * asked for little data. A worker that does not load is forgotten; the page starts its own.
 */
export function startEarly({ files, postgres, address, hand }: EarlyStartOptions): void {
  const connection: unknown = Reflect.get(navigator, 'connection');
  const wanted = (key: string) => (connection ? String(Reflect.get(connection, key)) : '');
  const thrifty = wanted('saveData') === 'true' || wanted('effectiveType').includes('2g');
  if (thrifty || typeof Worker !== 'function' || typeof WebAssembly !== 'object') return;
  const early: EarlyStart = { files: undefined, postgres: undefined };
  const start = (key: keyof EarlyStart, url: string): Worker => {
    const worker = new Worker(url, { type: 'module', name: key });
    worker.onerror = () => {
      early[key] = undefined;
    };
    return worker;
  };
  const forward = async (keeper: Worker, url: string, priority: RequestPriority) => {
    try {
      const { body, ok } = await fetch(url, { priority });
      if (!ok || !body) throw new Error('the keeper asks again, and says what is wrong');
      const reader = body.getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        keeper.postMessage({ op: 'bytes', url, bytes: next.value }, [next.value.buffer]);
      }
      keeper.postMessage({ op: 'end', url, whole: true });
    } catch {
      keeper.postMessage({ op: 'end', url, whole: false });
    }
  };
  try {
    const from = new URL(address.from, document.baseURI).href;
    const { wasm, bundle, dataset } = address;
    const addresses = (needed: readonly { readonly file: string }[]) => needed.map(({ file }) => from + file);
    const first = addresses([dataset.boot, wasm]);
    const later = addresses([dataset.relations, bundle]);
    const worker = start('files', files);
    const { port1, port2 } = new MessageChannel();
    const keeper: EarlyKeeper = { worker, address: { ...address, from }, port: port1, said: [] };
    worker.onmessage = ({ data }) => keeper.said.push(data);
    worker.postMessage({ op: 'fetch', address: keeper.address, coming: [...first, ...later] });
    worker.postMessage({ op: 'hand', id: hand, address: keeper.address, port: port2 }, [port2]);
    for (const url of first) void forward(worker, url, 'high');
    for (const url of later) void forward(worker, url, 'low');
    early.files = keeper;
    early.postgres = start('postgres', postgres);
  } catch {
    return;
  }
  globalThis.planwrightEarlyStart = early;
}

/** Takes over the keeper that was started early, once; undefined where there is none. */
export function takeEarlyKeeper(): EarlyKeeper | undefined {
  const early = globalThis.planwrightEarlyStart;
  const keeper = early?.files;
  if (!early || !keeper) return undefined;
  early.files = undefined;
  keeper.worker.onerror = null;
  keeper.worker.onmessage = null;
  return keeper;
}

/** Takes over the database's worker that was started early, once; undefined where there is none. */
export function takeEarlyPostgres(): Worker | undefined {
  const early = globalThis.planwrightEarlyStart;
  const worker = early?.postgres;
  if (!early || !worker) return undefined;
  early.postgres = undefined;
  worker.onerror = null;
  return worker;
}
