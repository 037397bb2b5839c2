/** Memory is compared and kept in blocks of this many bytes. */
const BLOCK = 64 * 1024;
const ZEROS = Buffer.alloc(BLOCK);

/** Notes what memory holds; what it gives puts that back, any number of times. Memory that has grown stays as large. */
export function markMemory(memory: WebAssembly.Memory): () => void {
  const kept = new Map<number, Buffer>();
  const marked = Buffer.from(memory.buffer);
  for (let at = 0; at < marked.length; at += BLOCK) {
    const block = marked.subarray(at, at + BLOCK);
    if (!block.equals(ZEROS)) kept.set(at, Buffer.from(block));
  }
  return () => {
    const now = Buffer.from(memory.buffer);
    for (let at = 0; at < now.length; at += BLOCK) {
      const was = kept.get(at) ?? ZEROS;
      const is = now.subarray(at, at + BLOCK);
      if (!is.equals(was)) is.set(was);
    }
  };
}
