import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Every file below a folder, by its path inside it with forward slashes. Hidden files are left out. Of files that
 * `skip` matches only the path is given, with no bytes.
 */
export async function readBytes(folder: string, skip?: RegExp): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, inside: path.slice(folder.length + 1).replaceAll('\\', '/') }))
    .sort((a, b) => a.inside.localeCompare(b.inside));
  const read = ({ path, inside }: (typeof paths)[number]) =>
    skip?.test(inside) ? Promise.resolve(Buffer.alloc(0)) : readFile(path);
  return new Map(await Promise.all(paths.map(async (one) => [one.inside, await read(one)] as const)));
}

/** The same files as texts, whatever they hold. */
export async function readFolder(folder: string, skip?: RegExp): Promise<ReadonlyMap<string, string>> {
  const files = await readBytes(folder, skip);
  return new Map([...files].map(([path, bytes]) => [path, bytes.toString('utf8')]));
}

/** Symbolic links below a folder, to files and to folders, by their paths inside it. `readFolder` follows none. */
export async function listLinks(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isSymbolicLink() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Folders of `exercises/` that hold an exercise: those whose name does not begin with an underscore. */
export async function listExerciseIds(exercises: string): Promise<readonly string[]> {
  const entries = await readdir(exercises, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_') && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}
