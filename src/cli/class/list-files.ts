import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the class's folder: its text, or why it is not read. */
export type ClassFile =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'unread'; readonly path: string; readonly why: string };

/** A learner's answers to the whole course are a twentieth of it. */
export const MOST_BYTES = 1024 * 1024;
/** Course systems put each learner's file in a folder of its own. */
const MOST_LEVELS = 6;
const MOST_FILES = 20_000;

export interface ClassEntry {
  readonly path: string;
  readonly why?: string;
}

async function listFolder(root: string, folder: string, level: number, found: ClassEntry[]): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    found.push({ path: folder, why: 'the folder cannot be read' });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (found.length >= MOST_FILES) return;
    if (entry.isSymbolicLink()) found.push({ path, why: 'it is a link, and links are not followed' });
    else if (entry.isFile()) found.push({ path });
    else if (!entry.isDirectory()) found.push({ path, why: 'it is neither a file nor a folder' });
    else if (level >= MOST_LEVELS) found.push({ path, why: 'its folder lies too deep' });
    else await listFolder(root, path, level + 1, found);
  }
}

/** Every file below a folder, in the order of names, by its path inside it. Links are not followed. */
export async function listClassFiles(root: string): Promise<readonly ClassEntry[]> {
  await readdir(root);
  const found: ClassEntry[] = [];
  await listFolder(root, '', 1, found);
  return found;
}

const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads a file of the list. Whatever is wrong with it is said and not thrown. */
export async function readClassFile(root: string, { path, why }: ClassEntry): Promise<ClassFile> {
  const unread = (reason: string): ClassFile => ({ kind: 'unread', path, why: reason });
  if (why !== undefined) return unread(why);
  try {
    const file = await open(join(root, path), READ);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return unread('it is no file');
      if (stat.size > MOST_BYTES) {
        const megabytes = (stat.size / 1024 / 1024).toFixed(1);
        return unread(`it has ${megabytes} MB; at most ${MOST_BYTES / 1024 / 1024} MB are read`);
      }
      return decode(path, await file.readFile());
    } finally {
      await file.close();
    }
  } catch (thrown) {
    return unread(`it cannot be read (${thrown instanceof Error ? thrown.message : String(thrown)})`);
  }
}

function decode(path: string, bytes: Buffer): ClassFile {
  try {
    return { kind: 'text', path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unread', path, why: 'it is no text in UTF-8' };
  }
}
