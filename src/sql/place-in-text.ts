/** A place in a text, as editors count: the first line is 1, and so is the first column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset (UTF-16 code units) in a text. */
export function placeInText(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
