import { memoryBytes, type Process, type ProcessImage } from './process-image.ts';

/**
 * A snapshot's image: a PostgreSQL data directory in two blocks of bytes. The first holds a JSON index, the smallest files,
 * and a PostgreSQL that has started on them all (see `ProcessImage`); the second holds every other relation, each packed by
 * itself (zstd), so that PostgreSQL can go on while they still arrive and unpacks only what its queries touch.
 *
 * B-tree pages hold entries of 16 bytes that differ little from one to the next. Where that makes a file much easier to
 * compress, it is stored as differences to the byte 16 before.
 *
 * First block: 8 bytes magic, 4 bytes little-endian length of the index, the index (UTF-8 JSON), the contents of the files,
 * of those that the process has changed, and of its memory.
 */
export interface ImageFile {
  /** Path below the data directory, without a leading slash. */
  readonly path: string;
  readonly mode: number;
  readonly bytes: Uint8Array;
}

export interface Image {
  readonly directories: readonly string[];
  readonly files: readonly ImageFile[];
}

/** A file in the index. */
export interface StoredFile {
  readonly path: string;
  readonly mode: number;
  /** Bytes of its contents. */
  readonly size: number;
}

export interface IndexedFile extends StoredFile {
  /** Stored as differences. */
  readonly delta: boolean;
}

/** A file of the second block, in the index. */
export interface PackedFile extends IndexedFile {
  /** Bytes that it takes in the second block. */
  readonly packed: number;
}

/** A file of the second block, and where it lies. */
export interface LaterFile extends PackedFile {
  /** Where it begins in the second block. */
  readonly offset: number;
  /** Where its contents begin when all files are unpacked back to back. */
  readonly unpackedOffset: number;
}

/** What the first block says. */
export interface BootImage extends Image {
  /** Files whose contents are in the second block, in its order. */
  readonly later: readonly LaterFile[];
  readonly process: ProcessImage | undefined;
}

/** What the index says of a process. Its files are stored as they are. */
export interface ProcessIndex extends Process {
  readonly files: readonly StoredFile[];
}

export interface ImageIndex {
  readonly directories: readonly string[];
  readonly boot: readonly IndexedFile[];
  readonly relations: readonly PackedFile[];
  readonly process?: ProcessIndex;
}

export const MAGIC = 'PWIMAGE5';
export const HEADER_BYTES = MAGIC.length + 4;
const STRIDE = 16;

/** Each byte less the one a stride before it: the files of a B-tree pack better so. */
export function toDifferences(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte - (at >= STRIDE ? (bytes[at - STRIDE] ?? 0) : 0));
}

/** Undoes `toDifferences`, in place. */
export function fromDifferences(bytes: Uint8Array): void {
  for (let at = STRIDE; at < bytes.length; at += 1) bytes[at] = (bytes[at] ?? 0) + (bytes[at - STRIDE] ?? 0);
}

function readIndex(boot: Uint8Array): { readonly index: ImageIndex; readonly contents: number } {
  const magic = new TextDecoder().decode(boot.slice(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error('not a Planwright snapshot image');
  const headBytes = new DataView(boot.buffer, boot.byteOffset).getUint32(MAGIC.length, true);
  const head = new TextDecoder().decode(boot.slice(HEADER_BYTES, HEADER_BYTES + headBytes));
  return { index: JSON.parse(head) as ImageIndex, contents: HEADER_BYTES + headBytes };
}

/** Undoes the first block's differences, in place: call it once. Throws when the bytes are no image. */
export function restoreBoot(boot: Uint8Array): void {
  const { index, contents } = readIndex(boot);
  let offset = contents;
  for (const { size, delta } of index.boot) {
    if (delta) fromDifferences(boot.subarray(offset, offset + size));
    offset += size;
  }
}

/** Takes stretches of a block, one after the other, without copying them. */
function cutter(
  block: Uint8Array,
  from: number,
): { readonly next: (size: number) => Uint8Array; readonly at: () => number } {
  let end = from;
  const next = (size: number) => {
    end += size;
    return block.subarray(end - size, end);
  };
  return { next, at: () => end };
}

function placed(relations: readonly PackedFile[]): readonly LaterFile[] {
  let offset = 0;
  let unpackedOffset = 0;
  return relations.map((stored) => {
    const file = { ...stored, offset, unpackedOffset };
    offset += stored.packed;
    unpackedOffset += stored.size;
    return file;
  });
}

/** Reads a restored first block without copying: every file's bytes are a view. Throws when the bytes are no image. */
export function readBoot(boot: Uint8Array): BootImage {
  const { index, contents } = readIndex(boot);
  const cut = cutter(boot, contents);
  const read = ({ path, mode, size }: StoredFile): ImageFile => ({ path, mode, bytes: cut.next(size) });
  const files = index.boot.map(read);
  const process = index.process && {
    ...index.process,
    files: index.process.files.map(read),
    memory: cut.next(memoryBytes(index.process)),
  };
  if (cut.at() !== boot.length) throw new Error('the snapshot image is cut short');
  return { directories: index.directories, files, later: placed(index.relations), process };
}
