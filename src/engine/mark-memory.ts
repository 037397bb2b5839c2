/** Memory is noted, compared and put back in blocks of this many bytes. */
const BLOCK = 64 * 1024;
const ZEROS = Buffer.alloc(BLOCK);

/** A copy of a block, which takes no memory where it holds nothing. */
function noteBlock(block: Buffer): Buffer {
  const zeros = ZEROS.subarray(0, block.length);
  return block.equals(zeros) ? zeros : Buffer.from(block);
}

/**
 * Notes what memory holds below `top`, the end of what the process has asked for; what it gives puts that back, any number
 * of times. Memory above the mark's top is as new: all zeros. Memory that has grown stays as large.
 *
 * Most of it was never touched: to look at that is dear, and to write a copy of it dearer still.
 */
export function markMemory(memory: WebAssembly.Memory, top: () => number): () => void {
  const end = top();
  const then = Buffer.from(memory.buffer, 0, end);
  const kept: Buffer[] = [];
  for (let at = 0; at < end; at += BLOCK) kept.push(noteBlock(then.subarray(at, at + BLOCK)));
  return () => {
    const now = Buffer.from(memory.buffer);
    now.fill(0, end, Math.max(end, top()));
    for (const [index, was] of kept.entries()) {
      const is = now.subarray(index * BLOCK, index * BLOCK + was.length);
      if (!is.equals(was)) is.set(was);
    }
  };
}
