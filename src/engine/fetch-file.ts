import { download, openUntil } from './download.ts';
import { EngineFault } from './engine.ts';
import type { Open } from './files-inbox.ts';
import type { EngineFile } from './manifest.ts';
import { loadUnpacker } from './unpack.ts';

type Chunk = Uint8Array<ArrayBuffer>;

/** Makes something of a file as it is stored; made anew for each attempt to fetch it. */
export interface Reader<T> {
  /** More of it has come: it is the first `bytes` of `packed` so far. */
  take?(packed: Chunk, bytes: number): void;
  /** It is there as it was built. Throws the fault of `corrupt` where it is damaged all the same. */
  finish(packed: Chunk): Promise<T>;
  /** It will not be finished. */
  giveUp?(): void;
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function isAsBuilt(packed: Chunk, file: EngineFile): Promise<boolean> {
  return !canHash() || hex(await crypto.subtle.digest('SHA-256', packed)) === file.sha256;
}

/** Whether this page may compute a SHA-256: browsers allow it to pages that came over https only. */
export function canHash(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** The fault of a file that is not what was built. */
export function corrupt(file: EngineFile, cause?: unknown): EngineFault {
  return new EngineFault('corrupt-snapshot', `the file ${file.file} arrived damaged, twice in a row`, {
    cause,
  });
}

export interface Wanted {
  readonly open: Open;
  readonly url: string;
  readonly file: EngineFile;
  /** Told of every stretch that came, and of as much below zero where that was for nothing. */
  readonly onBytes: (bytes: number) => void;
  /** Whether something came just now, of this file or of another. */
  readonly lineWasThere: () => boolean;
  /** What this thread should be done with before it checks the file, however that ends. */
  readonly after?: Promise<unknown>;
}

/** A file as it is stored: size and SHA-256 (where the page may compute one) have to agree. */
async function fetchPacked(
  { open, url, file, onBytes, after, lineWasThere }: Wanted,
  afresh: boolean,
  reader: Reader<unknown>,
): Promise<Chunk> {
  const failed = (why: string, cause?: unknown) =>
    new EngineFault('download-failed', `the file ${file.file} could not be downloaded: ${why}`, { cause });
  const response = await openUntil(() => open(url, afresh), lineWasThere).catch((cause: unknown) => {
    throw failed('the network or a blocker refused it', cause);
  });
  if (!response.ok || !response.body) throw failed(`the server answered ${response.status}`);
  const more = (bytes: Chunk, before: number, now: number) => {
    onBytes(now - before);
    reader.take?.(bytes, now);
  };
  const wanted = { open, url, size: file.compressed, afresh, onMore: more };
  const packed = await download(wanted, response.body).catch((cause: unknown) => {
    throw failed('the connection broke', cause);
  });
  await after?.catch(() => undefined);
  if (typeof packed === 'number' || !(await isAsBuilt(packed, file))) throw corrupt(file);
  return packed;
}

/**
 * Downloads a file and reads it. A damaged one is fetched once more, past the browser's cache, which would keep it for as
 * long as a sound one. Throws an EngineFault that says what is wrong.
 */
export async function fetchFile<T>(wanted: Wanted, read: (file: EngineFile) => Reader<T>): Promise<T> {
  const { file, onBytes } = wanted;
  const fetchAndRead = async (afresh: boolean): Promise<T> => {
    let came = 0;
    const count = (bytes: number) => {
      came += bytes;
      onBytes(bytes);
    };
    const reader = read(file);
    try {
      return await reader.finish(await fetchPacked({ ...wanted, onBytes: count }, afresh, reader));
    } catch (thrown) {
      reader.giveUp?.();
      onBytes(-came);
      throw thrown;
    }
  };
  return fetchAndRead(false).catch((thrown: unknown) => {
    if (thrown instanceof EngineFault && thrown.code === 'corrupt-snapshot') return fetchAndRead(true);
    throw thrown;
  });
}

/** Unpacks a file that is packed as a whole; the packing's own checksum has to agree as well. */
export function unpackWhole(file: EngineFile): Reader<ArrayBuffer> {
  return {
    async finish(packed) {
      if (file.packing === 'none') return packed.buffer;
      const unpack = await loadUnpacker();
      try {
        return unpack(packed, file.unpacked).buffer;
      } catch (cause) {
        throw corrupt(file, cause);
      }
    },
  };
}
