import type { Shared } from './link.ts';

/** The part of the browser's Storage that is needed. */
export interface DraftShelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export const draftKey = 'planwright.playground';

function shelfOfBrowser(): DraftShelf | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}

/** The text last left here and its dataset; undefined where there is none that can be read. Never throws. */
export function loadDraft(shelf: DraftShelf | undefined = shelfOfBrowser()): Shared | undefined {
  try {
    const value: unknown = JSON.parse(shelf?.getItem(draftKey) ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    const { dataset, text }: { dataset?: unknown; text?: unknown } = value;
    return typeof dataset === 'string' && typeof text === 'string' ? { dataset, text } : undefined;
  } catch {
    return undefined;
  }
}

const REFUSED =
  'This browser does not let the page keep anything, so your text lasts until you close the tab. Save it as a file to keep it.';
const FULL =
  'This browser has no room left for your text, so it lasts until you close the tab. Save it as a file to keep it.';

/** Keeps a draft; where it could not be, gives a sentence that says so. Never throws. */
export function saveDraft(
  draft: Shared,
  shelf: DraftShelf | undefined = shelfOfBrowser(),
): string | undefined {
  if (!shelf) return REFUSED;
  try {
    shelf.setItem(draftKey, JSON.stringify({ format: 1, ...draft }));
    return undefined;
  } catch {
    return FULL;
  }
}
