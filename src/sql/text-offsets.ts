/** Offsets within a text, from what the parser counts in to what JavaScript counts in. */
export interface TextOffsets {
  /** From UTF-8 bytes to UTF-16 code units. */
  fromBytes(bytes: number): number;
  /** From characters (code points) to UTF-16 code units. */
  fromCharacters(characters: number): number;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function lastAtMost(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Builds the conversions for one text. Texts in ASCII, nearly all of them, cost nothing. */
export function textOffsets(text: string): TextOffsets {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range starts at a control character
  if (/^[\x00-\x7f]*$/.test(text)) {
    const same = (offset: number): number => Math.min(Math.max(offset, 0), text.length);
    return { fromBytes: same, fromCharacters: same };
  }
  const units: number[] = [];
  const bytes: number[] = [];
  let unit = 0;
  let byte = 0;
  for (const character of text) {
    units.push(unit);
    bytes.push(byte);
    unit += character.length;
    byte += bytesOf(character.codePointAt(0) ?? 0);
  }
  units.push(unit);
  bytes.push(byte);
  const unitAt = Uint32Array.from(units);
  const byteAt = Uint32Array.from(bytes);
  const at = (index: number): number => unitAt[Math.min(Math.max(index, 0), unitAt.length - 1)] ?? 0;
  return { fromBytes: (offset) => at(lastAtMost(byteAt, offset)), fromCharacters: at };
}
