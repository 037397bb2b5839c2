import type { ProcessImage } from '../process-image.ts';
import {
  HEADER_BYTES,
  type Image,
  type ImageFile,
  type ImageIndex,
  type IndexedFile,
  MAGIC,
  type ProcessIndex,
  toDifferences,
} from '../snapshot-image.ts';
import { pack } from './pack.ts';

/** Smaller files gain nothing from differences. */
const LEAST_DELTA = 64 * 1024;

interface Stored extends IndexedFile {
  readonly bytes: Uint8Array;
}

/** A file that was packed before, and what it holds. */
export interface PackedFile {
  readonly contents: Uint8Array;
  readonly delta: boolean;
  readonly bytes: Uint8Array;
}

/** A data directory as it is stored: the second block, and what the first block is made of. */
export interface PackedFiles {
  readonly index: ImageIndex;
  readonly boot: readonly Uint8Array[];
  readonly relations: Uint8Array<ArrayBuffer>;
}

/** A file whose differences are mostly zero is even. */
function isEven(differences: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of differences) if (byte === 0) zeros += 1;
  return zeros > differences.length * 0.7;
}

function store({ path, mode, bytes }: ImageFile): Stored {
  const differences = toDifferences(bytes);
  const delta = bytes.length >= LEAST_DELTA && isEven(differences);
  return { path, mode, size: bytes.length, delta, bytes: delta ? differences : bytes };
}

function joined(blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const block of blocks) {
    all.set(block, offset);
    offset += block.length;
  }
  return all;
}

const entryOf = ({ path, mode, size, delta }: Stored): IndexedFile => ({ path, mode, size, delta });

interface Packed {
  readonly entry: IndexedFile;
  readonly bytes: Uint8Array;
}

async function packFile(file: ImageFile, before: PackedFile | undefined): Promise<Packed> {
  if (before && Buffer.compare(before.contents, file.bytes) === 0) {
    const { path, mode, bytes } = file;
    return { entry: { path, mode, size: bytes.length, delta: before.delta }, bytes: before.bytes };
  }
  const stored = store(file);
  return { entry: entryOf(stored), bytes: await pack(stored.bytes, 'relation') };
}

/**
 * Packs a data directory. `isLater` says which files belong in the second block, `packedBefore` which of them need not be
 * packed again where they hold the same. The order of files is kept, so equal directories give equal bytes.
 */
export async function packFiles(
  image: Image,
  isLater: (file: ImageFile) => boolean,
  packedBefore: (path: string) => PackedFile | undefined,
): Promise<PackedFiles> {
  const boot = image.files.filter((file) => !isLater(file)).map(store);
  const later = await Promise.all(
    image.files.filter(isLater).map((file) => packFile(file, packedBefore(file.path))),
  );
  const index: ImageIndex = {
    directories: image.directories,
    boot: boot.map(entryOf),
    relations: later.map(({ entry, bytes }) => ({ ...entry, packed: bytes.length })),
  };
  return {
    index,
    boot: boot.map(({ bytes }) => bytes),
    relations: joined(later.map(({ bytes }) => bytes)),
  };
}

function indexOf({ memory: _, files, ...process }: ProcessImage): ProcessIndex {
  return { ...process, files: files.map(({ path, mode, bytes }) => ({ path, mode, size: bytes.length })) };
}

/** An image's first block, with the process that was started on these files where there is one. */
export function bootBlock({ index, boot }: PackedFiles, process?: ProcessImage): Uint8Array<ArrayBuffer> {
  const whole: ImageIndex = process ? { ...index, process: indexOf(process) } : index;
  const head = new TextEncoder().encode(JSON.stringify(whole));
  const header = new Uint8Array(HEADER_BYTES);
  header.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(header.buffer).setUint32(MAGIC.length, head.length, true);
  const started = process ? [...process.files.map(({ bytes }) => bytes), process.memory] : [];
  return joined([header, head, ...boot, ...started]);
}
