import { EngineFault, type Progress } from './engine.ts';
import type { EngineFile, EngineFiles, EngineManifest } from './manifest.ts';
import { restoreImage } from './snapshot-image.ts';

export interface BrowserFilesOptions {
  /** Where the engine's files are served, with a trailing slash. */
  readonly from: string;
  readonly manifest: EngineManifest;
  readonly onProgress: (progress: Progress) => void;
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Downloads a file, unpacks it while it arrives, and tells how far it is. Size, SHA-256 (where the page may compute one)
 * and gzip's own checksum all have to agree. Throws an EngineFault that says what to do.
 */
async function fetchUnpacked(
  url: string,
  file: EngineFile,
  onBytes: (bytes: number) => void,
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
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        chunks.push(chunk);
        received += chunk.length;
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );
  const unpacked = counted.pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(unpacked).arrayBuffer().catch((cause: unknown) => {
    throw received < file.compressed ? failed('the connection broke', cause) : corrupt(cause);
  });
  if (received !== file.compressed || bytes.byteLength !== file.unpacked) throw corrupt();
  if (globalThis.crypto?.subtle) {
    const packed = await new Blob(chunks).arrayBuffer();
    if (hex(await crypto.subtle.digest('SHA-256', packed)) !== file.sha256) throw corrupt();
  }
  return bytes;
}

/** Fetches the engine and the datasets in parallel, each once, checked, with progress in bytes. */
export function createFileStore(options: BrowserFilesOptions): (dataset: string) => Promise<EngineFiles> {
  const { manifest, from, onProgress } = options;
  const kept = new Map<string, Promise<unknown>>();
  let done = 0;
  let total = 0;
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
  const get = (file: EngineFile): Promise<ArrayBuffer> => {
    total += file.compressed;
    const count = (bytes: number) => {
      done += bytes;
      onProgress({ phase: 'downloading', done, total });
    };
    return fetchUnpacked(from + file.file, file, count);
  };
  const restored = async (file: EngineFile): Promise<ArrayBuffer> => {
    const image = await get(file);
    restoreImage(new Uint8Array(image));
    return image;
  };
  return async (name) => {
    const dataset = manifest.datasets[name];
    if (!dataset) throw new EngineFault('unknown-dataset', `this site has no dataset “${name}”`);
    const [wasm, bundle, image] = await Promise.all([
      once('wasm', async () => WebAssembly.compile(await get(manifest.wasm))),
      once('bundle', () => get(manifest.bundle)),
      once(name, () => restored(dataset)),
    ]);
    onProgress({ phase: 'starting', done: 0, total: 1 });
    return { wasm, bundle, image, statisticsTarget: dataset.statisticsTarget };
  };
}
