/** What was made of a text. */
export interface Made<T> {
  readonly text: string;
  readonly value: T;
}

/**
 * Makes a value of a text anew only when the text has changed since the last time under the same key. What was made
 * stands in `kept`, which may be filled before.
 */
export function rememberByText<T>(
  kept = new Map<string, Made<T>>(),
): (key: string, text: string, make: () => T) => T {
  return (key, text, make) => {
    const before = kept.get(key);
    if (before?.text === text) return before.value;
    const value = make();
    kept.set(key, { text, value });
    return value;
  };
}
