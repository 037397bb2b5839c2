import type { Progress } from './engine.ts';
import { fetchUnpacked } from './fetch-unpacked.ts';
import type { BootFiles, EngineFile, FilesAddress } from './manifest.ts';
import { restoreBoot, restoreRelations } from './snapshot-image.ts';

/** A dataset's files as they arrive: what starts PostgreSQL comes first. */
export interface ArrivingFiles {
  readonly boot: Promise<BootFiles>;
  readonly relations: Promise<ArrayBuffer>;
}

/** Promises by key; one that fails is forgotten, so that it is tried again when it is next asked for. */
function createMemory(): <T>(key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, make: () => Promise<T>) => {
    const known = kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}

/** Fetches the engine and the datasets in parallel, each once, checked, with progress in bytes. */
export function createFileStore(
  onProgress: (progress: Progress) => void,
): (address: FilesAddress) => ArrivingFiles {
  const once = createMemory();
  let done = 0;
  let total = 0;
  const get = (from: string, file: EngineFile, turn?: Promise<unknown>): Promise<ArrayBuffer> => {
    total += file.compressed;
    const count = (bytes: number) => {
      done += bytes;
      onProgress({ phase: 'downloading', done, total });
    };
    return fetchUnpacked(from + file.file, file, count, turn);
  };
  return ({ from, wasm, bundle, dataset }) => {
    const first = Promise.all([
      once(wasm.file, async () => WebAssembly.compile(await get(from, wasm))),
      once(bundle.file, () => get(from, bundle)),
      once(dataset.boot.file, async () => {
        const image = await get(from, dataset.boot);
        restoreBoot(new Uint8Array(image));
        return image;
      }),
    ]);
    const relations = once(dataset.relations.file, async () => {
      const image = await get(from, dataset.relations, first);
      const [, , boot] = await first;
      restoreRelations(new Uint8Array(boot), new Uint8Array(image));
      onProgress({ phase: 'starting', done: 0, total: 1 });
      return image;
    });
    relations.catch(() => undefined);
    const boot = first.then(([module, files, image]) => {
      return { wasm: module, bundle: files, boot: image, statisticsTarget: dataset.statisticsTarget };
    });
    boot.catch(() => undefined);
    return { boot, relations };
  };
}
