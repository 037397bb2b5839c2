import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { readEngineFile } from './build/build-assets.ts';
import { type Engine, EngineFault } from './engine.ts';
import type {
  DatasetFile,
  EngineFile,
  EngineFiles,
  EngineManifest,
  LoadedFiles,
  Relations,
} from './manifest.ts';
import { unpackShared } from './relations.ts';
import { rememberByKey } from './remember-by-key.ts';
import { readBoot, restoreBoot } from './snapshot-image.ts';
import { createWorkerEngine, type WorkerEngineOptions } from './worker-engine.ts';
import { BOOT_TIMEOUT_MS } from './worker-pool.ts';
import type { HostWorker } from './worker-session.ts';

/** A worker thread as a session needs it. */
export function spawnThread(script: URL): HostWorker {
  const thread = new Worker(script);
  let ended = false;
  return {
    post: (request) => thread.postMessage(request),
    listen(onReply, onDeath) {
      thread.on('message', onReply);
      thread.on('error', (error) => onDeath(`the database thread failed: ${error.message}`));
      thread.on('exit', () => {
        if (!ended) onDeath('the database thread ended by itself');
      });
    },
    kill() {
      ended = true;
      void thread.terminate();
    },
  };
}

/** Shared memory: every thread's database looks at one copy of the image. */
async function readShared(directory: string, file: EngineFile): Promise<SharedArrayBuffer> {
  const bytes = await readEngineFile(directory, file);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

interface SharedImage {
  readonly boot: SharedArrayBuffer;
  readonly relations: Relations;
}

async function readImage(directory: string, dataset: DatasetFile): Promise<SharedImage> {
  const [boot, packed] = await Promise.all([
    readShared(directory, dataset.boot),
    readEngineFile(directory, dataset.relations),
  ]);
  restoreBoot(new Uint8Array(boot));
  const { later } = readBoot(new Uint8Array(boot));
  return { boot, relations: { bytes: await unpackShared(later, packed), packed: false } };
}

interface FilesHere extends LoadedFiles {
  readonly files: EngineFiles;
}

function createLoader(directory: string, manifest: EngineManifest): (dataset: string) => Promise<FilesHere> {
  const modules = rememberByKey<WebAssembly.Module>();
  const bundles = rememberByKey<SharedArrayBuffer>();
  const images = rememberByKey<SharedImage>();
  return async (name) => {
    const dataset = manifest.datasets[name];
    if (!dataset) throw new EngineFault('unknown-dataset', `there is no dataset “${name}”`);
    const [wasm, bundle, image] = await Promise.all([
      modules('wasm', async () =>
        WebAssembly.compile(new Uint8Array(await readEngineFile(directory, manifest.wasm))),
      ),
      bundles('bundle', () => readShared(directory, manifest.bundle)),
      images(name, () => readImage(directory, dataset)),
    ]);
    const { boot, relations } = image;
    const { statisticsTarget } = dataset;
    const later = { relations, bundle: { bytes: bundle, packed: false } };
    const outline = {
      bootBytes: dataset.boot.unpacked,
      bundleBytes: manifest.bundle.unpacked,
      statisticsTarget,
    };
    return {
      files: { ...outline, boot: { bytes: boot, packed: false }, code: wasm, later },
      arrived: Promise.resolve(),
    };
  };
}

async function readManifest(directory: string): Promise<EngineManifest> {
  const file = join(directory, 'manifest.json');
  if (!existsSync(file))
    throw new EngineFault('download-failed', `no snapshots in ${directory}: npm run snapshots`);
  return JSON.parse(await readFile(file, 'utf8')) as EngineManifest;
}

/** What a database of the dataset is opened on in this very thread. */
export async function loadEngineFiles(directory: string, dataset: string): Promise<EngineFiles> {
  return (await createLoader(directory, await readManifest(directory))(dataset)).files;
}

// Ending a thread that runs WebAssembly while V8 collects its code can abort the whole process (nodejs/node#64500).
setFlagsFromString('--no-wasm-code-gc');

/** Both 0 by default: each session has a thread that nothing ran in before. */
export type NodeThreads = Partial<Pick<WorkerEngineOptions, 'spares' | 'kept'>>;

/** PGlite in worker threads, on the snapshots in a directory that `npm run snapshots` filled. */
export async function createNodeEngine(directory: string, threads: NodeThreads = {}): Promise<Engine> {
  const manifest = await readManifest(directory);
  return createWorkerEngine({
    version: `PostgreSQL 18 (PGlite ${manifest.pglite})`,
    spawn: () => spawnThread(new URL('./node-thread.ts', import.meta.url)),
    load: createLoader(directory, manifest),
    spares: threads.spares ?? 0,
    kept: threads.kept ?? 0,
    spareDelayMs: 0,
    bootTimeoutMs: BOOT_TIMEOUT_MS,
  });
}
