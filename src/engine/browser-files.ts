import type { Progress } from './engine.ts';
import { canHash, corrupt, fetchUnpacked } from './fetch-unpacked.ts';
import type { Open } from './files-inbox.ts';
import type { BootFiles, EngineFile, FilesAddress } from './manifest.ts';
import { checkContents } from './relations.ts';
import { rememberByKey } from './remember-by-key.ts';
import { readBoot, restoreBoot } from './snapshot-image.ts';

/** A dataset's files as they arrive: what starts PostgreSQL comes first. */
export interface ArrivingFiles {
  readonly boot: Promise<BootFiles>;
  /** Each file packed, as stored. */
  readonly relations: Promise<ArrayBuffer>;
}

/** Where the page may not compute a SHA-256, every relation's own checksum stands in for it. */
async function checkEach(file: EngineFile, boot: Uint8Array, packed: Uint8Array): Promise<void> {
  if (canHash()) return;
  await checkContents(readBoot(boot).later, packed).catch((cause: unknown) => {
    throw corrupt(file, cause);
  });
}

/** Fetches the engine and the datasets in parallel, each once, checked, with progress in bytes. */
export function createFileStore(
  open: Open,
  onProgress: (progress: Progress) => void,
): (address: FilesAddress) => ArrivingFiles {
  const modules = rememberByKey<WebAssembly.Module>();
  const buffers = rememberByKey<ArrayBuffer>();
  let done = 0;
  let total = 0;
  const get = (from: string, file: EngineFile): Promise<ArrayBuffer> => {
    total += file.compressed;
    const count = (bytes: number) => {
      done += bytes;
      onProgress({ phase: 'downloading', done, total });
    };
    return fetchUnpacked(open, from + file.file, file, count);
  };
  return ({ from, wasm, bundle, dataset }) => {
    const first = Promise.all([
      modules(wasm.file, async () => WebAssembly.compile(await get(from, wasm))),
      buffers(bundle.file, () => get(from, bundle)),
      buffers(dataset.boot.file, async () => {
        const image = await get(from, dataset.boot);
        restoreBoot(new Uint8Array(image));
        return image;
      }),
    ]);
    const relations = buffers(dataset.relations.file, async () => {
      const packed = await get(from, dataset.relations);
      const [, , boot] = await first;
      await checkEach(dataset.relations, new Uint8Array(boot), new Uint8Array(packed));
      onProgress({ phase: 'starting', done: 0, total: 1 });
      return packed;
    });
    relations.catch(() => undefined);
    const boot = first.then(([module, files, image]) => {
      return { wasm: module, bundle: files, boot: image, statisticsTarget: dataset.statisticsTarget };
    });
    boot.catch(() => undefined);
    return { boot, relations };
  };
}
