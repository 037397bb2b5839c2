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
 * Runs in a page's head as text, so it may use nothing from outside: begins the download and loads the database's script.
 * Does nothing where the reader asked for little data. A worker that does not load is forgotten; the page starts its own.
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
  try {
    const from = new URL(address.from, document.baseURI).href;
    start('files', files).postMessage({ op: 'fetch', address: { ...address, from } });
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
