import { readyBoot } from './boot-block.ts';
import { compileAsItComes } from './compile-as-it-comes.ts';
import type { Progress } from './engine.ts';
import { canHash, corrupt, fetchFile, type Reader, unpackWhole } from './fetch-file.ts';
import type { Open } from './files-inbox.ts';
import type { EngineFile, FilesAddress, QueryFiles } from './manifest.ts';
import { checkContents } from './relations.ts';
import { rememberByKey } from './remember-by-key.ts';
import { readBoot } from './snapshot-image.ts';

/** A dataset's files as they are downloaded: what starts PostgreSQL comes first. Bytes are packed as they are stored. */
export interface Downloads {
  readonly boot: Promise<ArrayBuffer>;
  readonly code: Promise<WebAssembly.Module>;
  readonly later: Promise<QueryFiles>;
}

/** Where the page may not compute a SHA-256, every relation's own checksum stands in for it. */
function checkEach(
  boot: Promise<ArrayBuffer>,
  { unpacked }: EngineFile,
): (file: EngineFile) => Reader<ArrayBuffer> {
  return (file) => ({
    async finish(packed) {
      if (canHash()) return packed.buffer;
      const { later } = readBoot(await readyBoot({ bytes: await boot, packed: true }, unpacked));
      await checkContents(later, packed).catch((cause: unknown) => {
        throw corrupt(file, cause);
      });
      return packed.buffer;
    },
  });
}

/** Likewise for a file whose checksum is of all of it. */
function checkWhole(file: EngineFile): Reader<ArrayBuffer> {
  return {
    async finish(packed) {
      if (!canHash()) await unpackWhole(file).finish(packed);
      return packed.buffer;
    },
  };
}

/** ms for which a line counts as there after something came on it. */
const LINE_KEPT_MS = 45_000;

/** Fetches the engine and the datasets in parallel, each once, checked, with progress in bytes. */
export function createFileStore(
  open: Open,
  onProgress: (progress: Progress) => void,
): (address: FilesAddress) => Downloads {
  const modules = rememberByKey<WebAssembly.Module>();
  const buffers = rememberByKey<ArrayBuffer>();
  let done = 0;
  let cameAt = Number.NEGATIVE_INFINITY;
  let total = 0;
  const get = async <T>(
    from: string,
    file: EngineFile,
    read: (file: EngineFile) => Reader<T>,
    after?: Promise<unknown>,
  ): Promise<T> => {
    total += file.compressed;
    const onBytes = (bytes: number) => {
      done += bytes;
      if (bytes > 0) cameAt = performance.now();
      onProgress({ phase: 'downloading', done, total });
    };
    try {
      const lineWasThere = () => performance.now() - cameAt < LINE_KEPT_MS;
      const wanted = { open, url: from + file.file, file, onBytes, lineWasThere };
      return await fetchFile({ ...wanted, ...(after && { after }) }, read);
    } catch (fault) {
      total -= file.compressed;
      throw fault;
    }
  };
  return ({ from, wasm, bundle, dataset }) => {
    const boot = buffers(dataset.boot.file, () => get(from, dataset.boot, checkWhole));
    const code = modules(wasm.file, () => get(from, wasm, () => compileAsItComes(wasm)));
    const { relations } = dataset;
    const later = Promise.all([
      buffers(relations.file, () => get(from, relations, checkEach(boot, dataset.boot), code)),
      buffers(bundle.file, () => get(from, bundle, checkWhole, code)),
      boot,
      code,
    ]).then(([bytes, files]): QueryFiles => {
      onProgress({ phase: 'starting', done: 0, total: 1 });
      return { relations: { bytes, packed: true }, bundle: { bytes: files, packed: true } };
    });
    for (const promise of [boot, code, later]) promise.catch(() => undefined);
    return { boot, code, later };
  };
}
