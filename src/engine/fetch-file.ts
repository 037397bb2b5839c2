import { EngineFault } from './engine.ts';
import type { Open } from './files-inbox.ts';
import type { EngineFile } from './manifest.ts';
import { loadUnpacker } from './unpack.ts';

type Chunk = Uint8Array<ArrayBuffer>;

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads a stream into one block of exactly this many bytes; gives how many came where it holds more or fewer. */
async function fill(
  stream: ReadableStream<Chunk>,
  size: number,
  onBytes: (bytes: number) => void,
): Promise<Chunk | number> {
  const bytes = new Uint8Array(size);
  const reader = stream.getReader();
  let at = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (at + next.value.length > size) {
      reader.cancel().catch(() => undefined);
      return at + next.value.length;
    }
    bytes.set(next.value, at);
    at += next.value.length;
    onBytes(next.value.length);
  }
  return at === size ? bytes : at;
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
  return new EngineFault('corrupt-snapshot', `${file.file} arrived damaged, twice in a row`, { cause });
}

export interface Wanted {
  readonly open: Open;
  readonly url: string;
  readonly file: EngineFile;
  /** Told of every stretch that came, and of as much below zero where that was for nothing. */
  readonly onBytes: (bytes: number) => void;
}

/** Makes something of a file as it is stored. Throws the fault of `corrupt` where it is damaged. */
export type ReadPacked<T> = (packed: ArrayBuffer, file: EngineFile) => Promise<T>;

/** A file as it is stored: size and SHA-256 (where the page may compute one) have to agree. */
async function fetchPacked({ open, url, file, onBytes }: Wanted, afresh: boolean): Promise<ArrayBuffer> {
  const failed = (why: string, cause?: unknown) =>
    new EngineFault('download-failed', `${file.file} could not be downloaded: ${why}`, { cause });
  const response = await open(url, afresh).catch((cause: unknown) => {
    throw failed('the network or a blocker refused it', cause);
  });
  if (!response.ok || !response.body) throw failed(`the server answered ${response.status}`);
  const packed = await fill(response.body, file.compressed, onBytes).catch((cause: unknown) => {
    throw failed('the connection broke', cause);
  });
  if (typeof packed === 'number' || !(await isAsBuilt(packed, file))) throw corrupt(file);
  return packed.buffer;
}

/**
 * Downloads a file and reads it. A damaged one is fetched once more, past the browser's cache, which would keep it for as
 * long as a sound one. Throws an EngineFault that says what is wrong.
 */
export async function fetchFile<T>(wanted: Wanted, read: ReadPacked<T>): Promise<T> {
  const { file, onBytes } = wanted;
  const fetchAndRead = async (afresh: boolean): Promise<T> => {
    let came = 0;
    const count = (bytes: number) => {
      came += bytes;
      onBytes(bytes);
    };
    try {
      return await read(await fetchPacked({ ...wanted, onBytes: count }, afresh), file);
    } catch (thrown) {
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
export const unpackWhole: ReadPacked<ArrayBuffer> = async (packed, file) => {
  if (file.packing === 'none') return packed;
  const unpack = await loadUnpacker();
  try {
    return unpack(new Uint8Array(packed), file.unpacked).buffer;
  } catch (cause) {
    throw corrupt(file, cause);
  }
};
