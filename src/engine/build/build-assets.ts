import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  type DatasetFile,
  EMPTY_DATASET,
  type EngineFile,
  type EngineManifest,
  type FramedFile,
} from '../manifest.ts';
import { unpackedBytes } from '../relations.ts';
import { startOptions } from '../snapshot-fs.ts';
import { readBoot, restoreBoot } from '../snapshot-image.ts';
import { type Base, buildSnapshot, SeedError } from './build-snapshot.ts';
import { findEarlierBuild, sha256 } from './earlier-build.ts';
import { pack, packInFrames, unpack } from './pack.ts';
import { type DatasetSource, readSource } from './read-source.ts';

export type { DatasetSource } from './read-source.ts';

/** Raise it when the way a snapshot is built changes, so that cached ones are built anew. */
const BUILDER_VERSION = 15;

export interface BuildOptions {
  /** Where the compressed files and `manifest.json` go. */
  readonly into: string;
  /** Another such folder, whose files are taken over where they are what would be built. */
  readonly from?: string;
  readonly datasets: readonly DatasetSource[];
  readonly say: (line: string) => void;
}

export interface SeedFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** What to do about it, where more is known than the message says. */
  readonly fix?: string;
}

export type BuildOutcome =
  | { readonly kind: 'ok'; readonly manifest: EngineManifest }
  /** `manifest` lists the datasets that could be built. */
  | {
      readonly kind: 'seed-errors';
      readonly errors: readonly SeedFault[];
      readonly manifest: EngineManifest;
    };

/** Reads `_datasets/<name>/` of every dataset below an exercises directory: seed, dump or CSV files. */
export async function findDatasets(exercises: string): Promise<DatasetSource[]> {
  const root = join(exercises, '_datasets');
  if (!existsSync(root)) return [];
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const sources = await Promise.all(folders.map(({ name }) => readSource(join(root, name), name)));
  return sources.flatMap((source) => source ?? []);
}

async function write(into: string, name: string, bytes: Uint8Array) {
  const digest = sha256(bytes);
  const file = `${name}-${digest.slice(0, 12)}.bin`;
  await writeFile(join(into, file), bytes);
  return { file, compressed: bytes.length, sha256: digest };
}

async function store(into: string, name: string, raw: Uint8Array): Promise<EngineFile> {
  const written = await write(into, name, await pack(raw, 'engine'));
  return { ...written, packing: 'zstd', unpacked: raw.length };
}

async function storeInFrames(into: string, name: string, raw: Uint8Array): Promise<FramedFile> {
  const frames = await packInFrames(raw);
  const written = await write(into, name, Buffer.concat(frames));
  return { ...written, packing: 'zstd', unpacked: raw.length, frames: frames.map(({ length }) => length) };
}

async function buildDataset(
  options: BuildOptions,
  source: DatasetSource,
  base: Base | undefined,
): Promise<DatasetFile> {
  const began = performance.now();
  options.say(`building the snapshot of ${source.name}`);
  const { statisticsTarget, tables, ...blocks } = await buildSnapshot(source.seed, base);
  const boot = await store(options.into, `${source.name}-boot`, blocks.boot);
  const relations: EngineFile = {
    ...(await write(options.into, source.name, blocks.relations)),
    packing: 'none',
    unpacked: unpackedBytes(readBoot(blocks.boot).later),
  };
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
  for (const { name, rows, pages } of tables)
    options.say(`  ${name}: ${rows.toLocaleString('en')} rows, ${megabytes(pages * 8192)} MB`);
  if (source.left?.length) options.say(`  left out of the dump: ${source.left.join(', ')}`);
  options.say(
    `built ${source.name}: ${megabytes(boot.unpacked + relations.unpacked)} MB, ${megabytes(boot.compressed + relations.compressed)} MB compressed, ${seconds} s`,
  );
  return { boot, relations, statisticsTarget, tables };
}

/** The dataset without a table is built first; all others begin as it. */
async function readBase(from: string, dataset: DatasetFile | undefined): Promise<Base | undefined> {
  if (!dataset) return undefined;
  const boot = await readEngineFile(from, dataset.boot);
  restoreBoot(boot);
  const relations = await readEngineFile(from, dataset.relations);
  return { boot, relations: Uint8Array.from(relations).buffer };
}

function pgliteDirectory(): string {
  return dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
}

async function pgliteVersion(): Promise<string> {
  const text = await readFile(join(pgliteDirectory(), '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function buildEngine(into: string): Promise<Pick<EngineManifest, 'wasm' | 'bundle'>> {
  const readOwn = (name: string) => readFile(join(pgliteDirectory(), name));
  const [wasm, bundle] = await Promise.all([
    storeInFrames(into, 'postgres', await readOwn('pglite.wasm')),
    store(into, 'files', await readOwn('pglite.data')),
  ]);
  return { wasm, bundle };
}

/**
 * Makes what a browser and the command line load: the engine's files and one snapshot a dataset, compressed and named
 * by content. What has not changed (same seed, same PGlite, same builder) is kept. Unused files are removed.
 */
export async function buildAssets(options: BuildOptions): Promise<BuildOutcome> {
  const { into } = options;
  await mkdir(into, { recursive: true });
  const earlier = await findEarlierBuild(into, options.from);
  const pglite = await pgliteVersion();
  const { wasm, bundle } = (await earlier.engine(pglite)) ?? (await buildEngine(into));

  const datasets: Record<string, DatasetFile> = {};
  const keys: Record<string, string> = {};
  const errors: SeedFault[] = [];
  const empty: DatasetSource = { name: EMPTY_DATASET, seedFile: '', seed: '' };
  for (const source of [empty, ...options.datasets]) {
    if (source.faults?.length) {
      errors.push(...source.faults);
      continue;
    }
    // The process in a snapshot goes on with the options that it was started with, and with no others.
    const key = sha256(JSON.stringify([source.seed, pglite, startOptions(0), BUILDER_VERSION]));
    keys[source.name] = key;
    try {
      datasets[source.name] =
        (await earlier.dataset(source.name, key)) ??
        (await buildDataset(options, source, await readBase(into, datasets[EMPTY_DATASET])));
    } catch (thrown) {
      if (!(thrown instanceof SeedError)) throw thrown;
      const line = source.seed.slice(0, thrown.offset).split('\n').length - (source.linesBefore ?? 0);
      errors.push({ file: source.seedFile, line: Math.max(1, line), message: thrown.message });
    }
  }
  const manifest: EngineManifest = { pglite, wasm, bundle, datasets };
  await writeManifest(into, `${JSON.stringify({ ...manifest, keys }, null, 2)}\n`);
  await removeUnused(into, manifest);
  return errors.length > 0 ? { kind: 'seed-errors', errors, manifest } : { kind: 'ok', manifest };
}

/** A file that is written anew makes the development server load its pages anew: only where something has changed. */
async function writeManifest(into: string, text: string): Promise<void> {
  const file = join(into, 'manifest.json');
  if (!existsSync(file) || (await readFile(file, 'utf8')) !== text) await writeFile(file, text);
}

async function removeUnused(into: string, manifest: EngineManifest): Promise<void> {
  const used = new Set(
    [
      manifest.wasm,
      manifest.bundle,
      ...Object.values(manifest.datasets).flatMap(({ boot, relations }) => [boot, relations]),
    ].map(({ file }) => file),
  );
  for (const file of await readdir(into)) {
    if (file.endsWith('.bin') && !used.has(file)) await rm(join(into, file));
  }
}

/** Reads a built file back, unpacked where it is packed as a whole. Throws when it does not hold what the manifest says. */
export async function readEngineFile(from: string, file: EngineFile): Promise<Uint8Array> {
  const packed = await readFile(join(from, file.file));
  if (sha256(packed) !== file.sha256)
    throw new Error(`${file.file} is not what was built: delete it and build again`);
  return file.packing === 'zstd' ? unpack(packed) : packed;
}
