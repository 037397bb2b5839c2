import { EngineFault, type Progress } from './engine.ts';
import type { EngineFile, EngineFiles, EngineManifest, LoadFiles } from './manifest.ts';
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

/** Downloads a file while telling how far it is. Throws an EngineFault that says what to do. */
async function download(url: string, file: EngineFile, onBytes: (bytes: number) => void): Promise<Blob> {
  const failed = (why: string, cause?: unknown) =>
    new EngineFault('download-failed', `${file.file} could not be downloaded: ${why}`, { cause });
  const response = await fetch(url).catch((cause: unknown) => {
    throw failed('the network or a blocker refused it', cause);
  });
  if (!response.ok || !response.body) throw failed(`the server answered ${response.status}`);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted).blob().catch((cause: unknown) => {
    throw failed('the connection broke', cause);
  });
}

/** Size, SHA-256 (where the page may compute one) and gzip's own checksum all have to agree. */
async function unpack(packed: Blob, file: EngineFile): Promise<ArrayBuffer> {
  const corrupt = (cause?: unknown) =>
    new EngineFault('corrupt-snapshot', `${file.file} arrived damaged: reload the page to fetch it again`, {
      cause,
    });
  if (packed.size !== file.compressed) throw corrupt();
  const digest = globalThis.crypto?.subtle
    ? packed.arrayBuffer().then((bytes) => crypto.subtle.digest('SHA-256', bytes))
    : undefined;
  const stream = packed.stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(stream).arrayBuffer().catch((cause: unknown) => {
    throw corrupt(cause);
  });
  if (digest && hex(await digest) !== file.sha256) throw corrupt();
  return bytes;
}

/** Fetches the engine and the datasets in parallel, each once a page, checked, with progress in bytes. */
export function createBrowserLoader(options: BrowserFilesOptions): LoadFiles {
  const { manifest, from, onProgress } = options;
  const kept = new Map<string, Promise<ArrayBuffer>>();
  let done = 0;
  let total = 0;
  const get = (file: EngineFile): Promise<ArrayBuffer> => {
    const known = kept.get(file.file);
    if (known) return known;
    total += file.compressed;
    const count = (bytes: number) => {
      done += bytes;
      onProgress({ phase: 'downloading', done, total });
    };
    const made = download(from + file.file, file, count).then((packed) => unpack(packed, file));
    kept.set(file.file, made);
    made.catch(() => kept.delete(file.file));
    return made;
  };
  let compiled: Promise<WebAssembly.Module> | undefined;
  const compile = () => {
    compiled ??= get(manifest.wasm).then((bytes) => WebAssembly.compile(bytes));
    compiled.catch(() => {
      compiled = undefined;
    });
    return compiled;
  };
  const images = new Map<string, Promise<ArrayBuffer>>();
  const restore = (file: EngineFile): Promise<ArrayBuffer> => {
    const image =
      images.get(file.file) ??
      get(file).then((bytes) => {
        restoreImage(new Uint8Array(bytes));
        return bytes;
      });
    images.set(file.file, image);
    image.catch(() => images.delete(file.file));
    return image;
  };
  return async (name): Promise<EngineFiles> => {
    const dataset = manifest.datasets[name];
    if (!dataset) throw new EngineFault('unknown-dataset', `this site has no dataset “${name}”`);
    const [wasm, bundle, image] = await Promise.all([compile(), get(manifest.bundle), restore(dataset)]);
    onProgress({ phase: 'starting', done: 0, total: 1 });
    return { wasm, bundle, image, statisticsTarget: dataset.statisticsTarget };
  };
}
