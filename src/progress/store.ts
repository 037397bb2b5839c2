import { mergeProgress } from './merge.ts';
import { emptyProgress, type Progress, parseProgress } from './progress.ts';

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
  /** Forgets everything, in every tab. */
  erase(): void;
}

const notKept =
  'This browser does not let the page keep anything, so your progress lasts until you close the tab. Export it to a file to keep it.';
const tooNew =
  'Your progress was written by a newer version of this page. It is left as it is; what you do now lasts until you close the tab.';

interface Held {
  readonly progress: Progress;
  readonly notice?: string;
  /** False where writing would lose something or is refused. */
  readonly writable: boolean;
}

function setAside(shelf: Shelf, text: string, why: string, now: number): Held {
  const key = `${storageKey}.unreadable-${now}`;
  shelf.setItem(key, text);
  return {
    progress: emptyProgress,
    writable: true,
    notice: `The progress kept in this browser cannot be read (${why}). It is set aside as ${key} in its storage; a fresh one begins.`,
  };
}

function load(shelf: Shelf | undefined, now: () => number): Held {
  try {
    if (shelf === undefined) return { progress: emptyProgress, writable: false, notice: notKept };
    const text = shelf.getItem(storageKey);
    if (text === null) return { progress: emptyProgress, writable: true };
    const parsed = parseProgress(text);
    if (parsed.kind === 'ok') return { progress: parsed.progress, writable: true };
    if (parsed.kind === 'newer') return { progress: emptyProgress, writable: false, notice: tooNew };
    return setAside(shelf, text, parsed.why, now());
  } catch {
    return { progress: emptyProgress, writable: false, notice: notKept };
  }
}

function save(shelf: Shelf | undefined, held: Held): Held {
  if (!held.writable || shelf === undefined) return held;
  try {
    shelf.setItem(storageKey, JSON.stringify(held.progress));
    return held;
  } catch {
    return { ...held, notice: notKept };
  }
}

function storedProgress(shelf: Shelf | undefined): Progress {
  try {
    const parsed = parseProgress(shelf?.getItem(storageKey) ?? '');
    return parsed.kind === 'ok' ? parsed.progress : emptyProgress;
  } catch {
    return emptyProgress;
  }
}

/** Opens the store over a shelf; `undefined` where the browser refuses one. Never throws. */
export function openStore(shelf: Shelf | undefined, now: () => number = Date.now): ProgressStore {
  let held = load(shelf, now);
  const listeners = new Set<() => void>();
  const hold = (next: Held): void => {
    held = next;
    for (const listener of listeners) listener();
  };
  return {
    read: () => held.progress,
    notice: () => held.notice,
    change(edit) {
      const current = held.writable ? mergeProgress(held.progress, storedProgress(shelf)) : held.progress;
      hold(save(shelf, { ...held, progress: edit(current) }));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive(text) {
      if (text === null) return hold({ ...held, progress: emptyProgress });
      const parsed = parseProgress(text);
      if (parsed.kind === 'ok') hold({ ...held, progress: mergeProgress(held.progress, parsed.progress) });
    },
    erase() {
      try {
        if (held.writable) shelf?.removeItem(storageKey);
      } catch {
        // A shelf that refuses holds nothing to erase.
      }
      hold({ ...held, progress: emptyProgress });
    },
  };
}
