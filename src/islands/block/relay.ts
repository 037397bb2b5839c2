/** Passes on what is said, and tells who comes later what was said last. */
export interface Relay<T> {
  say(value: T): void;
  /** Calls back at once, and whenever something is said. */
  watch(listener: (value: T) => void): void;
}

/** A relay that begins with something said. */
export function makeRelay<T>(first: T): Relay<T> {
  const listeners = new Set<(value: T) => void>();
  let last = first;
  return {
    say(value) {
      last = value;
      for (const listener of listeners) listener(value);
    },
    watch(listener) {
      listeners.add(listener);
      listener(last);
    },
  };
}
