/**
 * A snapshot's image: a PostgreSQL data directory as one block of bytes. A JSON index stands first, the files' contents
 * follow it back to back, so that a file system can point into the block instead of copying it.
 *
 * B-tree pages hold entries of 16 bytes that differ little from one to the next. Where that makes a file much easier to
 * compress, it is stored as differences to the byte 16 before; `restoreImage` adds them up once after unpacking.
 *
 * Layout: 8 bytes magic, 4 bytes little-endian length of the index, the index (UTF-8 JSON), the contents.
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

interface ImageIndex {
  readonly directories: readonly string[];
  readonly files: readonly IndexedFile[];
}

interface IndexedFile {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  /** Stored as differences. */
  readonly delta: boolean;
}

const MAGIC = 'PWIMAGE1';
const HEADER_BYTES = MAGIC.length + 4;
const STRIDE = 16;

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

/** Packs a data directory. The order of files is kept, so equal directories give equal bytes. */
export function packImage(image: Image): Uint8Array<ArrayBuffer> {
  const stored = image.files.map(({ path, mode, bytes }) => {
    const differences = toDifferences(bytes);
    const delta = bytes.length >= 64 * 1024 && isEven(differences);
    return { path, mode, size: bytes.length, delta, bytes: delta ? differences : bytes };
  });
  const index: ImageIndex = {
    directories: image.directories,
    files: stored.map(({ bytes: _, ...file }) => file),
  };
  const head = new TextEncoder().encode(JSON.stringify(index));
  const total = image.files.reduce((sum, file) => sum + file.bytes.length, HEADER_BYTES + head.length);
  const packed = new Uint8Array(total);
  packed.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(packed.buffer).setUint32(MAGIC.length, head.length, true);
  packed.set(head, HEADER_BYTES);
  let offset = HEADER_BYTES + head.length;
  for (const file of stored) {
    packed.set(file.bytes, offset);
    offset += file.bytes.length;
  }
  return packed;
}

function readIndex(packed: Uint8Array): { readonly index: ImageIndex; readonly contents: number } {
  const magic = new TextDecoder().decode(packed.slice(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error('not a Planwright snapshot image');
  const headBytes = new DataView(packed.buffer, packed.byteOffset).getUint32(MAGIC.length, true);
  const head = new TextDecoder().decode(packed.slice(HEADER_BYTES, HEADER_BYTES + headBytes));
  return { index: JSON.parse(head) as ImageIndex, contents: HEADER_BYTES + headBytes };
}

/** Undoes the differences, in place: call it once on a freshly unpacked image. Throws when the bytes are no image. */
export function restoreImage(packed: Uint8Array): void {
  const { index, contents } = readIndex(packed);
  let offset = contents;
  for (const { size, delta } of index.files) {
    if (delta) fromDifferences(packed.subarray(offset, offset + size));
    offset += size;
  }
}

/** Reads a restored image without copying: every file's bytes are a view. Throws when the bytes are no image. */
export function readImage(packed: Uint8Array): Image {
  const { index, contents } = readIndex(packed);
  let offset = contents;
  const files = index.files.map(({ path, mode, size }) => {
    const bytes = packed.subarray(offset, offset + size);
    offset += size;
    return { path, mode, bytes };
  });
  if (offset !== packed.length) throw new Error('the snapshot image is cut short');
  return { directories: index.directories, files };
}
