/**
 * A snapshot's image: a PostgreSQL data directory in two blocks of bytes. The first holds a JSON index and every file that
 * PostgreSQL reads to start; the second holds the large relations, each packed by itself (zstd), so that a server can start
 * while they still arrive and unpacks only what its queries touch.
 *
 * B-tree pages hold entries of 16 bytes that differ little from one to the next. Where that makes a file much easier to
 * compress, it is stored as differences to the byte 16 before.
 *
 * First block: 8 bytes magic, 4 bytes little-endian length of the index, the index (UTF-8 JSON), the contents.
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

/** An image as it is stored. */
export interface PackedImage {
  readonly boot: Uint8Array<ArrayBuffer>;
  readonly relations: Uint8Array<ArrayBuffer>;
}

export interface IndexedFile {
  readonly path: string;
  readonly mode: number;
  /** Bytes of its contents. */
  readonly size: number;
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
}

export interface ImageIndex {
  readonly directories: readonly string[];
  readonly boot: readonly IndexedFile[];
  readonly relations: readonly PackedFile[];
}

export const MAGIC = 'PWIMAGE3';
export const HEADER_BYTES = MAGIC.length + 4;
const STRIDE = 16;

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

/** Reads a restored first block without copying: every file's bytes are a view. Throws when the bytes are no image. */
export function readBoot(boot: Uint8Array): BootImage {
  const { index, contents } = readIndex(boot);
  let end = contents;
  const files = index.boot.map(({ path, mode, size }) => {
    const bytes = boot.subarray(end, end + size);
    end += size;
    return { path, mode, bytes };
  });
  if (end !== boot.length) throw new Error('the snapshot image is cut short');
  let offset = 0;
  let unpackedOffset = 0;
  const later = index.relations.map((stored) => {
    const file = { ...stored, offset, unpackedOffset };
    offset += stored.packed;
    unpackedOffset += stored.size;
    return file;
  });
  return { directories: index.directories, files, later };
}
