import { mergeProgress } from './merge.ts';
import { emptyProgress, type Progress, parseProgress } from './progress.ts';

/** Under which the browser’s storage holds the progress, where nobody has a place of their own. */
export const storageKey = 'planwright.progress';

/** The part of the browser's Storage that is needed. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What the reader has done, kept where the browser lets us. */
export interface ProgressStore {
  read(): Progress;
  /** Applies a pure change to what is stored and to what other tabs have added since. */
  change(edit: (before: Progress) => Progress): void;
  /** Called after every change, also one made in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void;
  /** A sentence for the reader while something is not kept as expected. */
  notice(): string | undefined;
  /** Takes in what another tab wrote; null where it erased everything. */
  receive(text: string | null): void;
  /** Forgets everything, in every tab; false where it is not this version's to forget, and is left. */
  erase(): boolean;
}

const notKept =
  'This browser does not let the page keep anything, so your progress lasts until you close the tab. Export it to a file to keep it.';
const tooNew =
  'Your progress was written by a newer version of this page. It is left as it is; what you do now lasts until you close the tab.';

const full =
  'This browser has no room left for what you do here, so it lasts until you close the tab. Export it to a file to keep it.';

interface Held {
  readonly progress: Progress;
  readonly notice?: string;
  /** What cannot be read, and the name under which it is kept once something is written in its place. */
  readonly aside?: { readonly key: string; readonly text: string };
  /** True where the last change could not be written. */
  readonly full?: boolean;
  /** False where writing would lose something or is refused. */
  readonly writable: boolean;
}

/** A shelf, and the one place on it that belongs to the reader. */
interface Place {
  readonly shelf: Shelf | undefined;
  readonly key: string;
}

function unreadable(text: string, why: string, place: string, now: number): Held {
  const key = `${place}.unreadable-${now}`;
  return {
    progress: emptyProgress,
    writable: true,
    aside: { key, text },
    notice: `The progress kept in this browser cannot be read (${why}). A fresh one begins with the first thing you do, and the other is set aside as ${key} in the browser’s storage.`,
  };
}

function load({ shelf, key }: Place, now: () => number): Held {
  try {
    if (shelf === undefined) return { progress: emptyProgress, writable: false, notice: notKept };
    const text = shelf.getItem(key);
    if (text === null) return { progress: emptyProgress, writable: true };
    const parsed = parseProgress(text);
    if (parsed.kind === 'ok') return { progress: parsed.progress, writable: true };
    if (parsed.kind === 'newer') return { progress: emptyProgress, writable: false, notice: tooNew };
    return unreadable(text, parsed.why, key, now());
  } catch {
    return { progress: emptyProgress, writable: false, notice: notKept };
  }
}

function save({ shelf, key }: Place, held: Held): Held {
  if (!held.writable || shelf === undefined) return held;
  try {
    const { aside } = held;
    if (aside && shelf.getItem(key) === aside.text) shelf.setItem(aside.key, aside.text);
    shelf.setItem(key, JSON.stringify(held.progress));
    return { ...held, full: false };
  } catch {
    return { ...held, full: true };
  }
}

/** With what a text of another tab adds; from then on only in memory where a newer version wrote it. */
function withStored(held: Held, text: string | null): Held {
  if (text === null) return held;
  const parsed = parseProgress(text);
  if (parsed.kind === 'newer') return { ...held, writable: false, notice: tooNew };
  return parsed.kind === 'ok' ? { ...held, progress: mergeProgress(held.progress, parsed.progress) } : held;
}

function stored({ shelf, key }: Place): string | null {
  try {
    return shelf?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Opens the store over a shelf; `undefined` where the browser refuses one. Never throws. */
export function openStore(
  shelf: Shelf | undefined,
  now: () => number = Date.now,
  key: string = storageKey,
): ProgressStore {
  const place = { shelf, key };
  let held = load(place, now);
  const listeners = new Set<() => void>();
  const hold = (next: Held): void => {
    held = next;
    for (const listener of listeners) listener();
  };
  return {
    read: () => held.progress,
    notice: () => (held.full ? full : held.notice),
    change(edit) {
      const current = held.writable ? withStored(held, stored(place)) : held;
      hold(save(place, { ...current, progress: edit(current.progress) }));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive(text) {
      hold(text === null ? { ...held, progress: emptyProgress } : withStored(held, text));
    },
    erase() {
      if (held.notice === tooNew) return false;
      try {
        if (held.writable) shelf?.removeItem(key);
      } catch {
        // A shelf that refuses holds nothing to erase.
      }
      hold({ ...held, progress: emptyProgress, full: false });
      return true;
    },
  };
}
