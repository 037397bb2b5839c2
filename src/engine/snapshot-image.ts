/**
 * A snapshot's image: a PostgreSQL data directory in two blocks of bytes. The first holds a JSON index and every file that
 * PostgreSQL reads to start; the second holds the large relations, so that a server can start while they still arrive.
 * Contents lie back to back, so that a file system can point into the blocks instead of copying them.
 *
 * B-tree pages hold entries of 16 bytes that differ little from one to the next. Where that makes a file much easier to
 * compress, it is stored as differences to the byte 16 before; the `restore` functions add them up once after unpacking.
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

/** A file of the second block. */
export interface LaterFile {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  /** Where it begins in the second block. */
  readonly offset: number;
}

/** What the first block says. */
export interface BootImage extends Image {
  /** Files whose contents are in the second block, in its order. */
  readonly later: readonly LaterFile[];
  /** Bytes of the second block. */
  readonly laterBytes: number;
}

interface ImageIndex {
  readonly directories: readonly string[];
  readonly boot: readonly IndexedFile[];
  readonly relations: readonly IndexedFile[];
}

interface IndexedFile {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  /** Stored as differences. */
  readonly delta: boolean;
}

interface StoredFile extends IndexedFile {
  readonly bytes: Uint8Array;
}

const MAGIC = 'PWIMAGE2';
const HEADER_BYTES = MAGIC.length + 4;
const STRIDE = 16;
/** Smaller files gain nothing from differences. */
const LEAST_DELTA = 64 * 1024;

function toDifferences(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte - (at >= STRIDE ? (bytes[at - STRIDE] ?? 0) : 0));
}

function fromDifferences(bytes: Uint8Array): void {
  for (let at = STRIDE; at < bytes.length; at += 1) bytes[at] = (bytes[at] ?? 0) + (bytes[at - STRIDE] ?? 0);
}

/** Bytes that are zero in a file's differences: an even file has many. */
function isEven(differences: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of differences) if (byte === 0) zeros += 1;
  return zeros > differences.length * 0.7;
}

function store({ path, mode, bytes }: ImageFile): StoredFile {
  const differences = toDifferences(bytes);
  const delta = bytes.length >= LEAST_DELTA && isEven(differences);
  return { path, mode, size: bytes.length, delta, bytes: delta ? differences : bytes };
}

function lay(files: readonly StoredFile[], into: Uint8Array, from: number): void {
  let offset = from;
  for (const { bytes } of files) {
    into.set(bytes, offset);
    offset += bytes.length;
  }
}

const sizeOf = (files: readonly IndexedFile[]) => files.reduce((sum, { size }) => sum + size, 0);
const withoutBytes = ({ path, mode, size, delta }: StoredFile) => ({ path, mode, size, delta });

/**
 * Packs a data directory. `isLater` says which files PostgreSQL does not read to start. The order of files is kept, so
 * equal directories give equal bytes.
 */
export function packImage(image: Image, isLater: (file: ImageFile) => boolean): PackedImage {
  const boot = image.files.filter((file) => !isLater(file)).map(store);
  const relations = image.files.filter(isLater).map(store);
  const index: ImageIndex = {
    directories: image.directories,
    boot: boot.map(withoutBytes),
    relations: relations.map(withoutBytes),
  };
  const head = new TextEncoder().encode(JSON.stringify(index));
  const first = new Uint8Array(HEADER_BYTES + head.length + sizeOf(boot));
  first.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(first.buffer).setUint32(MAGIC.length, head.length, true);
  first.set(head, HEADER_BYTES);
  lay(boot, first, HEADER_BYTES + head.length);
  const second = new Uint8Array(sizeOf(relations));
  lay(relations, second, 0);
  return { boot: first, relations: second };
}

function readIndex(boot: Uint8Array): { readonly index: ImageIndex; readonly contents: number } {
  const magic = new TextDecoder().decode(boot.slice(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error('not a Planwright snapshot image');
  const headBytes = new DataView(boot.buffer, boot.byteOffset).getUint32(MAGIC.length, true);
  const head = new TextDecoder().decode(boot.slice(HEADER_BYTES, HEADER_BYTES + headBytes));
  return { index: JSON.parse(head) as ImageIndex, contents: HEADER_BYTES + headBytes };
}

function restore(files: readonly IndexedFile[], bytes: Uint8Array, from: number): void {
  let offset = from;
  for (const { size, delta } of files) {
    if (delta) fromDifferences(bytes.subarray(offset, offset + size));
    offset += size;
  }
}

/** Undoes the first block's differences, in place: call it once. Throws when the bytes are no image. */
export function restoreBoot(boot: Uint8Array): void {
  const { index, contents } = readIndex(boot);
  restore(index.boot, boot, contents);
}

/** Undoes the second block's differences, in place: call it once. */
export function restoreRelations(boot: Uint8Array, relations: Uint8Array): void {
  const { index } = readIndex(boot);
  if (relations.length !== sizeOf(index.relations)) throw new Error('the snapshot image is cut short');
  restore(index.relations, relations, 0);
}

/** Reads a restored first block without copying: every file's bytes are a view. Throws when the bytes are no image. */
export function readBoot(boot: Uint8Array): BootImage {
  const { index, contents } = readIndex(boot);
  let offset = contents;
  const files = index.boot.map(({ path, mode, size }) => {
    const bytes = boot.subarray(offset, offset + size);
    offset += size;
    return { path, mode, bytes };
  });
  if (offset !== boot.length) throw new Error('the snapshot image is cut short');
  let at = 0;
  const later = index.relations.map(({ path, mode, size }) => {
    const file = { path, mode, size, offset: at };
    at += size;
    return file;
  });
  return { directories: index.directories, files, later, laterBytes: at };
}
