/** Makes a value of a text anew only when the text has changed since the last time under the same key. */
export function rememberByText<T>(): (key: string, text: string, make: () => T) => T {
  const kept = new Map<string, { readonly text: string; readonly value: T }>();
  return (key, text, make) => {
    const before = kept.get(key);
    if (before?.text === text) return before.value;
    const value = make();
    kept.set(key, { text, value });
    return value;
  };
}
