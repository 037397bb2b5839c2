/** Characters up to which a list is told whole. */
const ROOM = 90;
const LONGEST = 60;

/** Keys as a sentence has room for them: the first ones, and how many there are beside them. */
export function listBriefly(keys: readonly string[]): string {
  const shown: string[] = [];
  for (const key of keys.map((key) => shorten(key))) {
    const length = shown.reduce((sum, { length: each }) => sum + each + 2, key.length);
    if (shown.length > 0 && length > ROOM) break;
    shown.push(key);
  }
  const left = keys.length - shown.length;
  return shown.join(', ') + (left > 0 ? ` and ${left} more` : '');
}

/** A text up to so many characters, with a sign where it goes on. */
export function shorten(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}
