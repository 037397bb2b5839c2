import type { Place } from './front-matter.ts';

/** The 1-based line and column of an offset (UTF-16 code units) in a text. */
export function placeInText(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
