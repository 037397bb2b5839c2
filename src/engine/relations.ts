import type { Bytes, Relations } from './manifest.ts';
import { fromDifferences, type LaterFile } from './snapshot-image.ts';
import { loadUnpacker, type Unpack } from './unpack.ts';

/** Gives a relation's contents, for nobody to write into. */
export type RelationContents = (file: LaterFile) => Uint8Array;

function contentsIn(packed: Uint8Array, file: LaterFile, unpack: Unpack): Uint8Array {
  const contents = unpack(packed.subarray(file.offset, file.offset + file.packed), file.size);
  if (file.delta) fromDifferences(contents);
  return contents;
}

const unpackers = new WeakMap<Bytes, RelationContents>();

/** Unpacks each file when it is first asked for, and keeps it for every database that is opened on the same bytes. */
function unpackAsAsked(bytes: Bytes, unpack: Unpack): RelationContents {
  const known = unpackers.get(bytes);
  if (known) return known;
  const packed = new Uint8Array(bytes);
  const kept = new Map<string, Uint8Array>();
  const contents: RelationContents = (file) => {
    const found = kept.get(file.path) ?? contentsIn(packed, file, unpack);
    kept.set(file.path, found);
    return found;
  };
  unpackers.set(bytes, contents);
  return contents;
}

/** The contents of an image's second block, unpacked as they are asked for where they are packed. */
export async function contentsOf({ bytes, packed }: Relations): Promise<RelationContents> {
  if (packed) return unpackAsAsked(bytes, await loadUnpacker());
  const all = new Uint8Array(bytes);
  return ({ unpackedOffset, size }) => all.subarray(unpackedOffset, unpackedOffset + size);
}

/** Bytes of a second block as it is stored. */
export function packedBytes(later: readonly LaterFile[]): number {
  return later.reduce((sum, { packed }) => sum + packed, 0);
}

/** Bytes of the files of a second block. */
export function unpackedBytes(later: readonly LaterFile[]): number {
  return later.reduce((sum, { size }) => sum + size, 0);
}

/** Unpacks a whole second block into memory that threads can share. */
export async function unpackShared(
  later: readonly LaterFile[],
  packed: Uint8Array,
): Promise<SharedArrayBuffer> {
  const unpack = await loadUnpacker();
  const shared = new SharedArrayBuffer(unpackedBytes(later));
  for (const file of later) new Uint8Array(shared).set(contentsIn(packed, file, unpack), file.unpackedOffset);
  return shared;
}

/** Throws where a file of a second block is damaged. */
export async function checkContents(later: readonly LaterFile[], packed: Uint8Array): Promise<void> {
  const unpack = await loadUnpacker();
  for (const { offset, packed: bytes, size } of later) unpack(packed.subarray(offset, offset + bytes), size);
}
