import type { FilesAddress } from './manifest.ts';

/** Stand in a page for the addresses of the workers' scripts until the build knows them. */
export const FILES_WORKER = '@planwright/files-worker';
export const POSTGRES_WORKER = '@planwright/postgres-worker';

/** Workers that a page started in its head, before its own scripts ran. */
export interface EarlyStart {
  files: Worker | undefined;
  postgres: Worker | undefined;
}

export interface EarlyStartOptions {
  /** Addresses of the workers' scripts. */
  readonly files: string;
  readonly postgres: string;
  readonly address: FilesAddress;
}

declare global {
  var planwrightEarlyStart: EarlyStart | undefined;
}

/**
 * Runs in a page's head as text, so it may use nothing from outside: begins the downloads and loads the workers' scripts.
 * The page fetches by itself and hands the bytes on, since a worker takes a while to start. Does nothing where the reader
 * asked for little data. A worker that does not load is forgotten; the page starts its own.
 */
export function startEarly({ files, postgres, address }: EarlyStartOptions): void {
  const connection: unknown = Reflect.get(navigator, 'connection');
  const wanted = (key: string) => (connection ? String(Reflect.get(connection, key)) : '');
  const thrifty = wanted('saveData') === 'true' || wanted('effectiveType').includes('2g');
  if (thrifty || typeof Worker !== 'function' || typeof WebAssembly !== 'object') return;
  const early: EarlyStart = { files: undefined, postgres: undefined };
  const start = (key: keyof EarlyStart, url: string): Worker => {
    const worker = new Worker(url, { type: 'module', name: key });
    early[key] = worker;
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
    const keeper = start('files', files);
    keeper.postMessage({ op: 'fetch', address: { ...address, from }, coming: [...first, ...later] });
    for (const url of first) void forward(keeper, url, 'high');
    for (const url of later) void forward(keeper, url, 'low');
    start('postgres', postgres);
  } catch {
    return;
  }
  globalThis.planwrightEarlyStart = early;
}

/** Takes over a worker that was started early, once; undefined where there is none. */
export function takeEarly(key: keyof EarlyStart): Worker | undefined {
  const early = globalThis.planwrightEarlyStart;
  const worker = early?.[key];
  if (!early || !worker) return undefined;
  early[key] = undefined;
  worker.onerror = null;
  return worker;
}
