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

/** Keeps a draft; false where the browser does not let us. */
export function saveDraft(draft: Shared, shelf: DraftShelf | undefined = shelfOfBrowser()): boolean {
  try {
    shelf?.setItem(draftKey, JSON.stringify({ format: 1, ...draft }));
    return shelf !== undefined;
  } catch {
    return false;
  }
}
