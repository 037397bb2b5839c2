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

/** The one place on a shelf that belongs to the reader. */
export interface Place {
  /** Undefined where the browser refuses one. */
  readonly shelf: Shelf | undefined;
  readonly key: string;
  /** Progress that the shelf had no room for: a page begins with it all the same. */
  readonly handed?: string | undefined;
}

const notKept =
  'This browser does not let the page keep anything, so what you do here lasts until you leave this page. Export it to a file to keep it.';
const tooNew =
  'Your progress was written by a newer version of this page. It is left as it is, and what you do here lasts until you leave this page. Export it to a file to keep it.';

/** What a page holds of the progress, and what it knows of the shelf. */
export interface Held {
  readonly progress: Progress;
  readonly notice?: string;
  /** What cannot be read, and the name under which it is kept once something is written in its place. */
  readonly aside?: { readonly key: string; readonly text: string };
  /** True where the last change could not be written. */
  readonly full?: boolean;
  /** False where writing would lose something or is refused. */
  readonly writable: boolean;
  /** True once the shelf held something: where it is empty later, that was erased. */
  readonly seen?: boolean;
  /** What the progress on the shelf is called. One that begins after everything was erased has another name. */
  readonly life?: string;
}

const nothing: Held = { progress: emptyProgress, writable: true };

function unreadable(text: string, why: string, place: string, now: number): Held {
  const key = `${place}.unreadable-${now}`;
  return {
    ...nothing,
    seen: true,
    aside: { key, text },
    notice: `The progress kept in this browser cannot be read (${why}). A fresh one begins with the first thing you do, and the other is set aside as ${key} in the browser’s storage.`,
  };
}

/** What a page begins with. Never throws. */
export function load(place: Place, now: () => number): Held {
  const held = loadStored(place, now);
  const handed = place.handed === undefined ? undefined : parseProgress(place.handed);
  return handed?.kind === 'ok' ? { ...held, progress: mergeProgress(held.progress, handed.progress) } : held;
}

function loadStored({ shelf, key }: Place, now: () => number): Held {
  try {
    if (shelf === undefined) return { ...nothing, writable: false, notice: notKept };
    const text = shelf.getItem(key);
    if (text === null) return nothing;
    const parsed = parseProgress(text);
    return parsed.kind === 'unreadable'
      ? unreadable(text, parsed.why, key, now())
      : withStored(nothing, text);
  } catch {
    return { ...nothing, writable: false, notice: notKept };
  }
}

/** The start of a progress has a name that no other has. */
function nameLife(now: number): string {
  return `${now.toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

/** Writes what is held, where it may be. Never throws. */
export function save({ shelf, key }: Place, held: Held, now: () => number): Held {
  if (!held.writable || shelf === undefined) return held;
  try {
    const { aside, life = nameLife(now()) } = held;
    if (aside && shelf.getItem(key) === aside.text) shelf.setItem(aside.key, aside.text);
    shelf.setItem(key, JSON.stringify({ ...held.progress, life }));
    return { ...held, life, seen: true, full: false };
  } catch {
    return { ...held, full: true };
  }
}

/** With what the shelf's text adds; from then on only in memory where a newer version wrote it. */
function withStored(held: Held, text: string): Held {
  const parsed = parseProgress(text);
  if (parsed.kind === 'newer') return { ...held, seen: true, writable: false, notice: tooNew };
  if (parsed.kind === 'unreadable') return held;
  const { life } = parsed;
  const isAnother = life !== undefined && held.life !== undefined && life !== held.life;
  const before = isAnother ? nothing : held;
  const progress = isAnother ? parsed.progress : mergeProgress(held.progress, parsed.progress);
  return { ...before, progress, seen: true, ...(life === undefined ? {} : { life }) };
}

/** Brought up to what the shelf holds now: other tabs add to it, and may have erased what this page still holds. */
export function inStep(held: Held, { shelf, key }: Place): Held {
  if (shelf === undefined) return held;
  try {
    const text = shelf.getItem(key);
    if (text !== null) return withStored(held, text);
    // One that never held anything cannot have been erased: what is done here is in memory alone.
    return held.seen ? nothing : held;
  } catch {
    return held;
  }
}

/** Without anything, on the shelf either. Undefined where a newer version wrote it: it is not this one's to forget. */
export function erased(held: Held, { shelf, key }: Place): Held | undefined {
  if (held.notice === tooNew) return undefined;
  if (!held.writable) return { ...held, progress: emptyProgress };
  try {
    shelf?.removeItem(key);
  } catch {
    // A shelf that refuses holds nothing to erase.
  }
  return nothing;
}
