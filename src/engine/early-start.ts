import { datasetKey } from './dataset-key.ts';
import type { DatasetRef } from './engine.ts';
import type { FilesReply } from './files-protocol.ts';
import type { FilesAddress, FilesOutline } from './manifest.ts';
import type { BootAssets, Reply } from './protocol.ts';

/** Stand in a page for the addresses of the workers' scripts until the build knows them. */
export const FILES_WORKER = '@planwright/files-worker';
export const POSTGRES_WORKER = '@planwright/postgres-worker';

/** The number of the first request for files, which a page makes in its head. */
export const EARLY_HAND = 0;

/** A worker that has something to do already, and what it has said so far. */
export interface EarlyWorker<Said> {
  readonly worker: Worker;
  readonly said: Said[];
}

/** Workers that a page started in its head, before its own scripts ran. */
export interface EarlyStart {
  /** The keeper of the files, which hands a dataset's to the database. */
  files: EarlyWorker<FilesReply> | undefined;
  /** The database, which was asked to open as its first request. */
  postgres: EarlyWorker<Reply> | undefined;
  /** Of the dataset that the database is on. */
  readonly key: string;
}

export interface EarlyStartOptions {
  /** Addresses of the workers' scripts. */
  readonly files: string;
  readonly postgres: string;
  readonly address: FilesAddress;
  readonly hand: typeof EARLY_HAND;
  /** What the database is to be opened with, apart from the port on which its files arrive. */
  readonly assets: Omit<BootAssets, 'files'> & { readonly files: FilesOutline };
  readonly key: string;
}

declare global {
  var planwrightEarlyStart: EarlyStart | undefined;
}

/**
 * Runs in a page's head as text, so it may use nothing from outside: begins the downloads, and has the database opened.
 * The page fetches what is needed first and hands the bytes on, since a worker takes a while to start. Does nothing where
 * the reader asked for little data, or the browser cannot run the engine. A worker that does not load is forgotten; the
 * page starts its own.
 */
export function startEarly({ files, postgres, address, hand, assets, key }: EarlyStartOptions): void {
  const connection: unknown = Reflect.get(navigator, 'connection');
  const wanted = (key: string) => (connection ? String(Reflect.get(connection, key)) : '');
  const thrifty = wanted('saveData') === 'true' || wanted('effectiveType').includes('2g');
  // As in `browser-engine.ts`, which says what is wrong.
  const recent = typeof Promise.withResolvers === 'function' && typeof Map.groupBy === 'function';
  if (thrifty || !recent || typeof Worker !== 'function' || typeof WebAssembly !== 'object') return;
  const early: EarlyStart = { files: undefined, postgres: undefined, key };
  globalThis.planwrightEarlyStart = early;
  const start = (role: 'files' | 'postgres', url: string): Worker => {
    const worker = new Worker(url, { type: 'module', name: role });
    const said: (FilesReply & Reply)[] = [];
    worker.onmessage = ({ data }) => said.push(data);
    worker.onerror = () => {
      early[role] = undefined;
      worker.terminate();
    };
    early[role] = { worker, said };
    return worker;
  };
  const forward = async (keeper: Worker, url: string) => {
    const { port1, port2 } = new MessageChannel();
    // Whatever has come is read without a pause otherwise: over a fast connection a whole file in one task of the page.
    const pause = () =>
      new Promise<unknown>((resume) => {
        port1.onmessage = resume;
        port2.postMessage(0);
      });
    try {
      const { body, ok } = await fetch(url, { priority: 'high' });
      if (!ok || !body) throw new Error('the keeper asks again, and says what is wrong');
      const reader = body.getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        keeper.postMessage({ op: 'bytes', url, bytes: next.value }, [next.value.buffer]);
        await pause();
      }
      keeper.postMessage({ op: 'end', url, whole: true });
    } catch {
      keeper.postMessage({ op: 'end', url, whole: false });
    }
    port1.close();
  };
  try {
    const from = new URL(address.from, document.baseURI).href;
    const { wasm, dataset } = address;
    const addresses = (needed: readonly { readonly file: string }[]) => needed.map(({ file }) => from + file);
    const first = addresses([dataset.boot, wasm]);
    const keeper = start('files', files);
    const { port1, port2 } = new MessageChannel();
    const whole = { ...address, from };
    keeper.postMessage({ op: 'fetch', address: whole, coming: first });
    keeper.postMessage({ op: 'hand', id: hand, address: whole, port: port2 }, [port2]);
    for (const url of first) void forward(keeper, url);
    const opened = { ...assets, files: { ...assets.files, port: port1 } };
    // The number that `worker-session.ts` gives to the first request.
    start('postgres', postgres).postMessage({ id: 0, op: 'open', assets: opened }, [port1]);
  } catch {
    // The page goes on with what was started.
  }
}

function takeOver<Said>(early: EarlyWorker<Said>): EarlyWorker<Said> {
  early.worker.onerror = null;
  early.worker.onmessage = null;
  return early;
}

/** Takes over the keeper that was started early, once; undefined where there is none. */
export function takeEarlyKeeper(): EarlyWorker<FilesReply> | undefined {
  const early = globalThis.planwrightEarlyStart;
  const keeper = early?.files;
  if (!early || !keeper) return undefined;
  early.files = undefined;
  return takeOver(keeper);
}

/**
 * Takes over the database that was opened early, once. Undefined where there is none, where it is not the one that is
 * wanted, and where its files will not come because their keeper did not load; such a one is ended.
 */
export function takeEarlyDatabase(ref: DatasetRef): EarlyWorker<Reply> | undefined {
  const early = globalThis.planwrightEarlyStart;
  const database = early?.postgres;
  if (!early || !database) return undefined;
  early.postgres = undefined;
  takeOver(database);
  if (early.files && early.key === datasetKey(ref)) return database;
  database.worker.terminate();
  return undefined;
}
