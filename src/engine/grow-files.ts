import { type MemFs, type MemNode, storageOf } from './emscripten.ts';

const FIRST_BYTES = 8192;

/** A copy with room for `size` bytes; what is beyond what a file uses is zero, and was never touched. */
export function copyWithRoom(contents: Uint8Array, usedBytes: number, size: number): Uint8Array {
  if (size <= usedBytes) return contents.slice(0, usedBytes);
  const roomier = new Uint8Array(Math.max(size, 2 * contents.length, FIRST_BYTES));
  roomier.set(contents.subarray(0, usedBytes));
  return roomier;
}

function makeRoom(node: MemNode, size: number): void {
  const { contents, usedBytes } = node;
  if (contents.length < size) node.contents = copyWithRoom(contents, usedBytes, size);
}

/**
 * Lets files double when they outgrow their room. Emscripten's own copies the whole file each time that PostgreSQL asks for
 * some pages more: a table of 5,000 pages, one row on each, is copied 280 times. What shrinks is copied to its size, as there.
 */
export function growByDoubling(fs: MemFs): void {
  const storage = storageOf(fs);
  const shrink = storage.resizeFileStorage;
  storage.expandFileStorage = makeRoom;
  storage.resizeFileStorage = (node, size) => {
    if (size <= node.usedBytes) return shrink(node, size);
    makeRoom(node, size);
    node.usedBytes = size;
  };
}
