/** ms for which a button says what came of copying. */
export const SAID_MS = 1600;

/** Puts a text on the clipboard, and says in a word or two whether that worked. */
export function copyText(text: string): Promise<'Copied' | 'Not copied'> {
  return navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Not copied',
  );
}
