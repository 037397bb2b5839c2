import type { Shared } from './link.ts';

/** The part of the browser's Storage that is needed. */
export interface DraftShelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** A text of the reader's own that is kept here. */
export interface Draft extends Shared {
  /** Stays the same while one tab writes on. */
  readonly id: string;
}

export const draftKey = 'planwright.playground';
/** What the one draft of earlier versions is called. */
const FIRST_ID = 'first';

function shelfOfBrowser(): DraftShelf | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}

function readDraft(value: unknown): Draft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, dataset, text }: { id?: unknown; dataset?: unknown; text?: unknown } = value;
  if (typeof dataset !== 'string' || typeof text !== 'string') return undefined;
  return { id: typeof id === 'string' ? id : FIRST_ID, dataset, text };
}

/** The texts that are kept here, the one written last first. Without those that cannot be read; never throws. */
export function loadDrafts(shelf: DraftShelf | undefined = shelfOfBrowser()): readonly Draft[] {
  try {
    const value: unknown = JSON.parse(shelf?.getItem(draftKey) ?? 'null');
    const others: unknown =
      typeof value === 'object' && value !== null && 'others' in value ? value.others : [];
    return [value, ...(Array.isArray(others) ? others : [])].flatMap((each) => readDraft(each) ?? []);
  } catch {
    return [];
  }
}

const REFUSED =
  'This browser does not let the page keep anything, so your text lasts until you leave this page. Save it as a file to keep it.';
const FULL =
  'This browser has no room left for your text, so it lasts until you leave this page. Save it as a file to keep it.';

/** Keeps texts, the first one in front; where they could not be, gives a sentence that says so. Never throws. */
export function saveDrafts(
  [first, ...others]: readonly Draft[],
  shelf: DraftShelf | undefined = shelfOfBrowser(),
): string | undefined {
  if (!shelf) return REFUSED;
  try {
    shelf.setItem(draftKey, JSON.stringify({ format: 1, ...first, others }));
    return undefined;
  } catch {
    return FULL;
  }
}
