import { erased, type Held, inStep, load, type Shelf, save, storageKey } from './held.ts';
import type { Progress } from './progress.ts';

export { type Shelf, storageKey } from './held.ts';

/** What the reader has done, kept where the browser lets us. */
export interface ProgressStore {
  read(): Progress;
  /** Applies a pure change to what is stored and to what other tabs have added since. */
  change(edit: (before: Progress) => Progress): void;
  /** Called after every change, also one made in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void;
  /** A sentence for the reader while something is not kept as expected. */
  notice(): string | undefined;
  /** False while what is done here is in the memory of this page alone. */
  isKept(): boolean;
  /** Takes in what other tabs wrote meanwhile, or that one of them erased everything. */
  catchUp(): void;
  /** Forgets everything, in every tab; false where it is not this version's to forget, and is left. */
  erase(): boolean;
}

const full =
  'This browser has no room left for what you do here, so it lasts until you leave this page. Export it to a file to keep it.';

/** Opens the store over a shelf; `undefined` where the browser refuses one. Never throws. */
export function openStore(
  shelf: Shelf | undefined,
  now: () => number = Date.now,
  key: string = storageKey,
  handed?: string,
): ProgressStore {
  const place = { shelf, key, handed };
  let held = load(place, now);
  const listeners = new Set<() => void>();
  const hold = (next: Held): void => {
    held = next;
    for (const listener of listeners) listener();
  };
  return {
    read: () => held.progress,
    notice: () => (held.full ? full : held.notice),
    isKept: () => held.writable && !held.full,
    change(edit) {
      const current = held.writable ? inStep(held, place) : held;
      hold(save(place, { ...current, progress: edit(current.progress) }, now));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    catchUp: () => hold(inStep(held, place)),
    erase() {
      const next = erased(held, place);
      if (next) hold(next);
      return next !== undefined;
    },
  };
}
