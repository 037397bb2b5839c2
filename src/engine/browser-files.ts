import type { Progress } from './engine.ts';
import { canHash, corrupt, fetchPacked, fetchUnpacked } from './fetch-unpacked.ts';
import type { Open } from './files-inbox.ts';
import type { BootFiles, EngineFile, FilesAddress, QueryFiles } from './manifest.ts';
import { checkContents } from './relations.ts';
import { rememberByKey } from './remember-by-key.ts';
import { readBoot, restoreBoot } from './snapshot-image.ts';
import { loadUnpacker } from './unpack.ts';

/** A dataset's files as they arrive: what starts PostgreSQL comes first. */
export interface ArrivingFiles {
  readonly boot: Promise<BootFiles>;
  /** Each relation packed, as stored. */
  readonly later: Promise<QueryFiles>;
}

/** Where the page may not compute a SHA-256, every relation's own checksum stands in for it. */
async function checkEach(file: EngineFile, boot: Uint8Array, packed: Uint8Array): Promise<void> {
  if (canHash()) return;
  await checkContents(readBoot(boot).later, packed).catch((cause: unknown) => {
    throw corrupt(file, cause);
  });
}

/** Likewise for the engine's own files, whose checksum is of them all. */
async function checkWhole(file: EngineFile, packed: Uint8Array): Promise<void> {
  if (canHash()) return;
  const unpack = await loadUnpacker();
  try {
    unpack(packed, file.unpacked);
  } catch (cause) {
    throw corrupt(file, cause);
  }
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
  const get = (from: string, file: EngineFile, how = fetchUnpacked): Promise<ArrayBuffer> => {
    total += file.compressed;
    return how(open, from + file.file, file, (bytes) => {
      done += bytes;
      onProgress({ phase: 'downloading', done, total });
    });
  };
  return ({ from, wasm, bundle, dataset }) => {
    const first = Promise.all([
      modules(wasm.file, async () => WebAssembly.compile(await get(from, wasm))),
      buffers(dataset.boot.file, async () => {
        const image = await get(from, dataset.boot);
        restoreBoot(new Uint8Array(image));
        return image;
      }),
    ]);
    const { statisticsTarget } = dataset;
    const boot = first.then(([module, image]): BootFiles => {
      return { wasm: module, boot: image, bundleBytes: bundle.unpacked, statisticsTarget };
    });
    const rest = Promise.all([
      buffers(dataset.relations.file, async () => {
        const packed = await get(from, dataset.relations, fetchPacked);
        const [, image] = await first;
        await checkEach(dataset.relations, new Uint8Array(image), new Uint8Array(packed));
        return packed;
      }),
      buffers(bundle.file, async () => {
        const packed = await get(from, bundle, fetchPacked);
        await checkWhole(bundle, new Uint8Array(packed));
        return packed;
      }),
    ]);
    const later = rest.then(([bytes, files]): QueryFiles => {
      onProgress({ phase: 'starting', done: 0, total: 1 });
      return { relations: { bytes, packed: true }, bundle: { bytes: files, packed: true } };
    });
    for (const promise of [boot, later]) promise.catch(() => undefined);
    return { boot, later };
  };
}
