/** Memory is compared in blocks of this many bytes, and looked at closely where two of them differ. */
const BLOCK = 64 * 1024;
const STEP = 16;

/** Where two memories differ, in steps of 16 bytes; for tests. What one has more of than the other is not compared. */
export function differingBytes(one: Uint8Array, other: Uint8Array): readonly number[] {
  const [a, b] = [one, other].map(({ buffer, byteOffset, length }) =>
    Buffer.from(buffer, byteOffset, length),
  );
  if (!a || !b) return [];
  const size = Math.min(a.length, b.length);
  const found: number[] = [];
  for (let block = 0; block < size; block += BLOCK) {
    const end = Math.min(block + BLOCK, size);
    if (a.subarray(block, end).equals(b.subarray(block, end))) continue;
    for (let at = block; at < end; at += STEP)
      if (!a.subarray(at, at + STEP).equals(b.subarray(at, at + STEP))) found.push(at);
  }
  return found;
}
