const LISTS = /<Exercises\s+ids=\{\[([^\]]*)\]\}/g;

/** The exercises that a lesson's text sends the reader to. */
export function namedExercises(text: string): ReadonlySet<string> {
  const lists = Array.from(text.matchAll(LISTS), ([, ids = '']) => ids).join(' ');
  return new Set(Array.from(lists.matchAll(/["']([^"']+)["']/g), ([, id = '']) => id));
}
