import { constants, type Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { MOST_FILE_BYTES } from '../../progress/answers.ts';

/** A file of the class's folder: its text, or why it is not read. */
export type ClassFile =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'unread'; readonly path: string; readonly why: string };

/** A learner's answers to the whole course are a twentieth of it. */
const MOST_BYTES = MOST_FILE_BYTES;
/** Course systems put each learner's file in a folder of its own. */
const MOST_LEVELS = 32;
const MOST_FILES = 20_000;

export interface ClassEntry {
  /** Path inside the class's folder, to be shown. */
  readonly path: string;
  /** The same as the file system has it: a name need not be text in UTF-8. */
  readonly bytes: Buffer;
  readonly why?: string;
}

const SLASH = Buffer.from('/');

/** A name as it was meant: archives from Windows hold names in its own code. */
function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function inside(folder: Buffer, name: Buffer): Buffer {
  return folder.length === 0 ? name : Buffer.concat([folder, SLASH, name]);
}

function onDisk(root: string, path: Buffer): Buffer {
  return inside(Buffer.from(root), path);
}

function whyOdd(entry: Dirent<Buffer>, level: number): string | undefined {
  if (entry.isSymbolicLink()) return 'it is a link, and links are not followed';
  if (entry.isFile()) return undefined;
  if (!entry.isDirectory()) return 'it is neither a file nor a folder';
  return level >= MOST_LEVELS
    ? 'it is a folder that lies too deep, and what is in it is not read'
    : undefined;
}

async function listFolder(root: string, at: ClassEntry, level: number, found: ClassEntry[]): Promise<void> {
  const folder = onDisk(root, at.bytes);
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' }).catch(() => undefined);
  if (!entries) {
    found.push({ ...at, why: 'the folder cannot be read' });
    return;
  }
  if (entries.length === 0 && level > 1) found.push({ ...at, why: 'it is an empty folder' });
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const name = nameOf(entry.name);
    const here = { path: level === 1 ? name : `${at.path}/${name}`, bytes: inside(at.bytes, entry.name) };
    if (found.length > MOST_FILES) return;
    const why =
      found.length === MOST_FILES
        ? `more than ${MOST_FILES.toLocaleString('en')} files: neither it nor what comes after it is read`
        : whyOdd(entry, level);
    if (why !== undefined || entry.isFile()) found.push({ ...here, ...(why === undefined ? {} : { why }) });
    else await listFolder(root, here, level + 1, found);
  }
}

/** Every file below a folder, in the order of names, by its path inside it. Links are not followed. */
export async function listClassFiles(root: string): Promise<readonly ClassEntry[]> {
  await readdir(root);
  const found: ClassEntry[] = [];
  await listFolder(root, { path: '', bytes: Buffer.alloc(0) }, 1, found);
  return found;
}

const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'for an unknown reason';
}

/** Reads a file of the list. Whatever is wrong with it is said and not thrown. */
export async function readClassFile(root: string, { path, bytes, why }: ClassEntry): Promise<ClassFile> {
  const unread = (reason: string): ClassFile => ({ kind: 'unread', path, why: reason });
  if (why !== undefined) return unread(why);
  try {
    const file = await open(onDisk(root, bytes), READ);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return unread('it is no file');
      if (stat.size > MOST_BYTES) {
        const megabytes = Math.ceil((stat.size / MOST_BYTES) * 10) / 10;
        return unread(`it has ${megabytes.toFixed(1)} MB; at most ${MOST_BYTES / 1024 / 1024} MB are read`);
      }
      return decode(path, await file.readFile());
    } finally {
      await file.close();
    }
  } catch (thrown) {
    return unread(`it cannot be read (${codeOf(thrown)})`);
  }
}

/** First bytes of what learners pack their answers into. */
const PACKED: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 3, 4], 'a ZIP archive'],
  [[0x1f, 0x8b], 'packed with gzip'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
];

/** By its first bytes: some of Windows' programs write UTF-16 where a file is saved or copied by hand. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(path: string, bytes: Buffer): ClassFile {
  const packed = PACKED.find(([first]) => first.every((byte, at) => bytes[at] === byte));
  if (packed) return { kind: 'unread', path, why: `it is ${packed[1]}, and no answers file` };
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return { kind: 'text', path, text };
  } catch {
    return { kind: 'unread', path, why: 'it is no text in UTF-8' };
  }
}
