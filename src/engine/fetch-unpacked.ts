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
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Chunk | number> {
  const bytes = new Uint8Array(size);
  const reader = stream.getReader();
  let at = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (at + next.value.length > size) return at + next.value.length;
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
  const what = `${file.file} arrived damaged: reload the page to fetch it again`;
  return new EngineFault('corrupt-snapshot', what, { cause });
}

/** Downloads a file of the engine's. `onBytes` is told of every stretch. */
export type FetchFile = (
  open: Open,
  url: string,
  file: EngineFile,
  onBytes: (bytes: number) => void,
) => Promise<ArrayBuffer>;

/**
 * Gives a file as it is stored: size and SHA-256 (where the page may compute one) have to agree. Throws an EngineFault that
 * says what to do.
 */
export const fetchPacked: FetchFile = async (open, url, file, onBytes) => {
  const failed = (why: string, cause?: unknown) =>
    new EngineFault('download-failed', `${file.file} could not be downloaded: ${why}`, { cause });
  const response = await open(url).catch((cause: unknown) => {
    throw failed('the network or a blocker refused it', cause);
  });
  if (!response.ok || !response.body) throw failed(`the server answered ${response.status}`);
  const packed = await fill(response.body, file.compressed, onBytes).catch((cause: unknown) => {
    throw failed('the connection broke', cause);
  });
  if (typeof packed === 'number' || !(await isAsBuilt(packed, file))) throw corrupt(file);
  return packed.buffer;
};

/** Gives a file unpacked where it is packed as a whole; the packing's own checksum has to agree as well. */
export const fetchUnpacked: FetchFile = async (open, url, file, onBytes) => {
  const packed = await fetchPacked(open, url, file, onBytes);
  if (file.packing === 'none') return packed;
  const unpack = await loadUnpacker();
  try {
    return unpack(new Uint8Array(packed), file.unpacked).buffer;
  } catch (cause) {
    throw corrupt(file, cause);
  }
};
