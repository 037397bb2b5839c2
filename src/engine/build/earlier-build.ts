import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetFile, EngineFile, EngineManifest } from '../manifest.ts';

/** A file's digest, as the manifest has it. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

type Manifest = Partial<EngineManifest> & { readonly keys?: Readonly<Record<string, string>> };

/** One that was cut short is none. */
async function readManifest(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  } catch {
    return {};
  }
}

/** Another command may build into that folder just now, and remove the file at any moment. */
async function readSound(folder: string, { file, sha256: digest }: EngineFile) {
  const bytes = await readFile(join(folder, file)).catch(() => undefined);
  return bytes && sha256(bytes) === digest ? bytes : undefined;
}

/** Copies files, all or none of them: false where one is not there, or not what it should be. */
async function copyAll(from: string, into: string, files: readonly EngineFile[]): Promise<boolean> {
  const read = await Promise.all(files.map((file) => readSound(from, file)));
  if (read.some((bytes) => bytes === undefined)) return false;
  await mkdir(into, { recursive: true });
  for (const [at, bytes] of read.entries()) {
    const name = files[at]?.file;
    if (bytes && name !== undefined) await writeFile(join(into, name), bytes);
  }
  return true;
}

/** What need not be built again. Whatever is handed out lies in the folder that is built into. */
export interface EarlierBuild {
  /** The engine's own files, where they are of this version of PGlite. */
  engine(pglite: string): Promise<Pick<EngineManifest, 'wasm' | 'bundle'> | undefined>;
  /** A dataset that was built from the same. */
  dataset(name: string, key: string): Promise<DatasetFile | undefined>;
}

/** Looks at what was built into a folder before, and then at another one, from which what is alike is copied. */
export async function findEarlierBuild(into: string, other: string | undefined): Promise<EarlierBuild> {
  const folders = other === undefined || other === into ? [into] : [into, other];
  const manifests = await Promise.all(folders.map(readManifest));
  const first = async <T>(
    pick: (manifest: Manifest) => T | undefined,
    filesOf: (found: T) => readonly EngineFile[],
  ): Promise<T | undefined> => {
    for (const [at, folder] of folders.entries()) {
      const found = pick(manifests[at] ?? {});
      if (found === undefined) continue;
      const files = filesOf(found);
      const there = folder === into && files.every(({ file }) => existsSync(join(into, file)));
      if (there || (folder !== into && (await copyAll(folder, into, files)))) return found;
    }
    return undefined;
  };
  return {
    engine: (pglite) =>
      first(
        ({ pglite: version, wasm, bundle }) =>
          version === pglite && wasm?.frames && bundle ? { wasm, bundle } : undefined,
        ({ wasm, bundle }) => [wasm, bundle],
      ),
    dataset: (name, key) =>
      first(
        ({ datasets, keys }) => (keys?.[name] === key ? datasets?.[name] : undefined),
        ({ boot, relations }) => [boot, relations],
      ),
  };
}
