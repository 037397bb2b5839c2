/**
 * While a site is built, nothing of what it is made of changes: each thing is read once. The development server reads it
 * anew each time, as an author may have changed it.
 */
export function onceInBuild<T>(read: (key: string) => Promise<T>): (key?: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key = '') => {
    const before = import.meta.env.DEV ? undefined : kept.get(key);
    if (before !== undefined) return before;
    const reading = read(key);
    kept.set(key, reading);
    return reading;
  };
}
