import type { MemNode } from './emscripten.ts';
import { copyWithRoom } from './grow-files.ts';

/**
 * Lets a file's contents be asked for when something first looks at them, and be shared until something writes to them.
 * A file that is open keeps the operations that it was opened with, so they stay true after both. Gives whether the contents
 * are still the shared ones.
 */
export function shareContents(node: MemNode, size: number, contents: () => Uint8Array): () => boolean {
  let shared: Uint8Array | undefined;
  let replaced = false;
  const settle = (value: Uint8Array) =>
    Object.defineProperty(node, 'contents', { value, writable: true, enumerable: true, configurable: true });
  const look = (): Uint8Array => {
    shared = contents();
    settle(shared);
    return shared;
  };
  const replace = (value: Uint8Array) => {
    replaced = true;
    settle(value);
  };
  const plain = node.stream_ops;
  node.usedBytes = size;
  Object.defineProperty(node, 'contents', { get: look, set: replace, enumerable: true, configurable: true });
  node.stream_ops = {
    ...plain,
    write: (stream, buffer, offset, length, position, canOwn) => {
      const before = node.contents;
      // Often a page is added to a table: one copy, which has room for it.
      if (before === shared) node.contents = copyWithRoom(before, node.usedBytes, position + length);
      node.stream_ops = plain;
      return plain.write(stream, buffer, offset, length, position, canOwn);
    },
  };
  return () => !replaced && (shared === undefined || node.contents === shared);
}
