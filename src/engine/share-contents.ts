import type { MemNode } from './emscripten.ts';

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
    write: (...args) => {
      const before = node.contents;
      if (before === shared) node.contents = before.slice(0, node.usedBytes);
      node.stream_ops = plain;
      return plain.write(...args);
    },
  };
  return () => !replaced && (shared === undefined || node.contents === shared);
}
