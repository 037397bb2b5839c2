import { EngineFault } from './engine.ts';
import type { EngineFile } from './manifest.ts';

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads a stream into one block of exactly this many bytes; undefined where it holds more or fewer. */
async function fill(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  size: number,
): Promise<ArrayBuffer | undefined> {
  const bytes = new Uint8Array(size);
  const reader = stream.getReader();
  let at = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (at + next.value.length > size) return undefined;
    bytes.set(next.value, at);
    at += next.value.length;
  }
  return at === size ? bytes.buffer : undefined;
}

async function isAsBuilt(chunks: readonly Uint8Array<ArrayBuffer>[], file: EngineFile): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return true;
  const packed = await new Blob([...chunks]).arrayBuffer();
  return hex(await crypto.subtle.digest('SHA-256', packed)) === file.sha256;
}

/**
 * Downloads a file and unpacks it while it arrives, `onBytes` being told of every stretch. What arrives before `turn` is
 * kept packed until then, so that a large file does not hold up a small one. Size, SHA-256 (where the page may compute
 * one) and gzip's own checksum all have to agree. Throws an EngineFault that says what to do.
 */
export async function fetchUnpacked(
  url: string,
  file: EngineFile,
  onBytes: (bytes: number) => void,
  turn: Promise<unknown> = Promise.resolve(),
): Promise<ArrayBuffer> {
  const failed = (why: string, cause?: unknown) =>
    new EngineFault('download-failed', `${file.file} could not be downloaded: ${why}`, { cause });
  const corrupt = (cause?: unknown) =>
    new EngineFault('corrupt-snapshot', `${file.file} arrived damaged: reload the page to fetch it again`, {
      cause,
    });
  const response = await fetch(url).catch((cause: unknown) => {
    throw failed('the network or a blocker refused it', cause);
  });
  if (!response.ok || !response.body) throw failed(`the server answered ${response.status}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const keep = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(
    {
      transform(chunk, controller) {
        chunks.push(chunk);
        received += chunk.length;
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    },
    undefined,
    { highWaterMark: Number.POSITIVE_INFINITY },
  );
  const arriving = response.body.pipeThrough(keep);
  await turn;
  const bytes = await fill(arriving.pipeThrough(new DecompressionStream('gzip')), file.unpacked).catch(
    (cause: unknown) => {
      throw received < file.compressed ? failed('the connection broke', cause) : corrupt(cause);
    },
  );
  if (!bytes || received !== file.compressed || !(await isAsBuilt(chunks, file))) throw corrupt();
  return bytes;
}
