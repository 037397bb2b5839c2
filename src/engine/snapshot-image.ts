/**
 * A snapshot's image: a PostgreSQL data directory as one block of bytes. A JSON index stands first, the files' contents
 * follow it back to back, so that a file system can point into the block instead of copying it.
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
  readonly files: readonly { readonly path: string; readonly mode: number; readonly size: number }[];
}

const MAGIC = 'PWIMAGE1';
const HEADER_BYTES = MAGIC.length + 4;

/** Packs a data directory. The order of files is kept, so equal directories give equal bytes. */
export function packImage(image: Image): Uint8Array<ArrayBuffer> {
  const index: ImageIndex = {
    directories: image.directories,
    files: image.files.map((file) => ({ path: file.path, mode: file.mode, size: file.bytes.length })),
  };
  const head = new TextEncoder().encode(JSON.stringify(index));
  const total = image.files.reduce((sum, file) => sum + file.bytes.length, HEADER_BYTES + head.length);
  const packed = new Uint8Array(total);
  packed.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(packed.buffer).setUint32(MAGIC.length, head.length, true);
  packed.set(head, HEADER_BYTES);
  let offset = HEADER_BYTES + head.length;
  for (const file of image.files) {
    packed.set(file.bytes, offset);
    offset += file.bytes.length;
  }
  return packed;
}

/** Reads a packed image without copying: every file's bytes are a view. Throws when the bytes are no image. */
export function readImage(packed: Uint8Array): Image {
  const magic = new TextDecoder().decode(packed.slice(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error('not a Planwright snapshot image');
  const headBytes = new DataView(packed.buffer, packed.byteOffset).getUint32(MAGIC.length, true);
  const head = new TextDecoder().decode(packed.slice(HEADER_BYTES, HEADER_BYTES + headBytes));
  const index = JSON.parse(head) as ImageIndex;
  let offset = HEADER_BYTES + headBytes;
  const files = index.files.map(({ path, mode, size }) => {
    const bytes = packed.subarray(offset, offset + size);
    offset += size;
    return { path, mode, bytes };
  });
  if (offset !== packed.length) throw new Error('the snapshot image is cut short');
  return { directories: index.directories, files };
}
