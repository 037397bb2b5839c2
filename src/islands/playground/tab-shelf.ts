import type { DraftShelf } from './draft.ts';

/** What this tab keeps when its page is loaded anew; undefined where the browser keeps nothing. */
export function shelfOfTab(): DraftShelf | undefined {
  try {
    return globalThis.sessionStorage ?? undefined;
  } catch {
    return undefined;
  }
}
