/** Memory is compared and put back in blocks of this many bytes. */
const BLOCK = 64 * 1024;

/**
 * Notes what memory holds below `top`, the end of what the process has asked for; what it gives puts that back, any number
 * of times. Memory above the mark's top is as new: all zeros. Memory that has grown stays as large.
 *
 * One copy in one piece: memory that nobody has touched costs a fault of a page to look at, and so does each page of a copy
 * in pieces.
 */
export function markMemory(memory: WebAssembly.Memory, top: () => number): () => void {
  const end = top();
  const kept = Buffer.allocUnsafeSlow(end);
  kept.set(new Uint8Array(memory.buffer, 0, end));
  return () => {
    const now = Buffer.from(memory.buffer);
    now.fill(0, end, Math.max(end, top()));
    for (let at = 0; at < end; at += BLOCK) {
      const was = kept.subarray(at, at + BLOCK);
      const is = now.subarray(at, at + was.length);
      if (!is.equals(was)) is.set(was);
    }
  };
}
