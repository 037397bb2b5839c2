const LISTS = /<Exercises\s+ids=\{\[([^\]]*)\]\}/g;

/** Whether a lesson's text sends the reader to an exercise. */
export function namesExercise(text: string, exercise: string): boolean {
  return Array.from(text.matchAll(LISTS)).some(([, ids = '']) =>
    Array.from(ids.matchAll(/["']([^"']+)["']/g)).some(([, id]) => id === exercise),
  );
}
