import { compileAsItComes } from './compile-as-it-comes.ts';
import type { Progress } from './engine.ts';
import { canHash, corrupt, fetchFile, type Reader, unpackWhole } from './fetch-file.ts';
import type { Open } from './files-inbox.ts';
import type { BootFiles, EngineFile, FilesAddress, QueryFiles } from './manifest.ts';
import { checkContents } from './relations.ts';
import { rememberByKey } from './remember-by-key.ts';
import { readBoot, restoreBoot } from './snapshot-image.ts';

/** A dataset's files as they are downloaded: what starts PostgreSQL comes first. */
export interface Downloads {
  readonly start: Promise<BootFiles>;
  /** Each relation packed, as stored. */
  readonly later: Promise<QueryFiles>;
}

/** Where the page may not compute a SHA-256, every relation's own checksum stands in for it. */
function checkEach(boot: Promise<ArrayBuffer>): (file: EngineFile) => Reader<ArrayBuffer> {
  return (file) => ({
    async finish(packed) {
      if (canHash()) return packed.buffer;
      const { later } = readBoot(new Uint8Array(await boot));
      await checkContents(later, packed).catch((cause: unknown) => {
        throw corrupt(file, cause);
      });
      return packed.buffer;
    },
  });
}

/** Likewise for the engine's own files, whose checksum is of them all. */
function checkWhole(file: EngineFile): Reader<ArrayBuffer> {
  return {
    async finish(packed) {
      if (!canHash()) await unpackWhole(file).finish(packed);
      return packed.buffer;
    },
  };
}

/** Fetches the engine and the datasets in parallel, each once, checked, with progress in bytes. */
export function createFileStore(
  open: Open,
  onProgress: (progress: Progress) => void,
): (address: FilesAddress) => Downloads {
  const modules = rememberByKey<WebAssembly.Module>();
  const buffers = rememberByKey<ArrayBuffer>();
  let done = 0;
  let total = 0;
  const get = async <T>(
    from: string,
    file: EngineFile,
    read: (file: EngineFile) => Reader<T>,
  ): Promise<T> => {
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
      modules(wasm.file, () => get(from, wasm, () => compileAsItComes(wasm))),
      buffers(dataset.boot.file, async () => {
        const image = await get(from, dataset.boot, unpackWhole);
        restoreBoot(new Uint8Array(image));
        return image;
      }),
    ]);
    const start = first.then(([module, image]): BootFiles => ({ wasm: module, boot: image }));
    const image = first.then(([, bytes]) => bytes);
    const rest = Promise.all([
      buffers(dataset.relations.file, () => get(from, dataset.relations, checkEach(image))),
      buffers(bundle.file, () => get(from, bundle, checkWhole)),
    ]);
    const later = Promise.all([rest, first]).then(([[bytes, files]]): QueryFiles => {
      onProgress({ phase: 'starting', done: 0, total: 1 });
      return { relations: { bytes, packed: true }, bundle: { bytes: files, packed: true } };
    });
    for (const promise of [image, start, later]) promise.catch(() => undefined);
    return { start, later };
  };
}
