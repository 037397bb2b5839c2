import type { Progress } from './engine.ts';
import { canHash, corrupt, fetchFile, type ReadPacked, unpackWhole } from './fetch-file.ts';
import type { Open } from './files-inbox.ts';
import type { BootFiles, EngineFile, FilesAddress, QueryFiles } from './manifest.ts';
import { checkContents } from './relations.ts';
import { rememberByKey } from './remember-by-key.ts';
import { readBoot, restoreBoot } from './snapshot-image.ts';

/** A dataset's files as they arrive: what starts PostgreSQL comes first. */
export interface ArrivingFiles {
  readonly boot: Promise<BootFiles>;
  /** Each relation packed, as stored. */
  readonly later: Promise<QueryFiles>;
}

/** Where the page may not compute a SHA-256, every relation's own checksum stands in for it. */
function checkEach(boot: Promise<ArrayBuffer>): ReadPacked<ArrayBuffer> {
  return async (packed, file) => {
    if (canHash()) return packed;
    const { later } = readBoot(new Uint8Array(await boot));
    await checkContents(later, new Uint8Array(packed)).catch((cause: unknown) => {
      throw corrupt(file, cause);
    });
    return packed;
  };
}

/** Likewise for the engine's own files, whose checksum is of them all. */
const checkWhole: ReadPacked<ArrayBuffer> = async (packed, file) => {
  if (!canHash()) await unpackWhole(packed, file);
  return packed;
};

/** Fetches the engine and the datasets in parallel, each once, checked, with progress in bytes. */
export function createFileStore(
  open: Open,
  onProgress: (progress: Progress) => void,
): (address: FilesAddress) => ArrivingFiles {
  const modules = rememberByKey<WebAssembly.Module>();
  const buffers = rememberByKey<ArrayBuffer>();
  let done = 0;
  let total = 0;
  const get = async (
    from: string,
    file: EngineFile,
    read: ReadPacked<ArrayBuffer> = unpackWhole,
  ): Promise<ArrayBuffer> => {
    total += file.compressed;
    const onBytes = (bytes: number) => {
      done += bytes;
      onProgress({ phase: 'downloading', done, total });
    };
    try {
      return await fetchFile({ open, url: from + file.file, file, onBytes }, read);
    } catch (fault) {
      total -= file.compressed;
      throw fault;
    }
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
    const image = first.then(([, bytes]) => bytes);
    const rest = Promise.all([
      buffers(dataset.relations.file, () => get(from, dataset.relations, checkEach(image))),
      buffers(bundle.file, () => get(from, bundle, checkWhole)),
    ]);
    const later = Promise.all([rest, first]).then(([[bytes, files]]): QueryFiles => {
      onProgress({ phase: 'starting', done: 0, total: 1 });
      return { relations: { bytes, packed: true }, bundle: { bytes: files, packed: true } };
    });
    for (const promise of [image, boot, later]) promise.catch(() => undefined);
    return { boot, later };
  };
}
