import { type Draft, type DraftShelf, loadDrafts, saveDrafts } from './draft.ts';
import { isSame, type Shared } from './link.ts';
import { shelfOfTab } from './tab-shelf.ts';

/** All texts of the reader's own. What one tab writes never takes the place of what another one or an earlier visit wrote. */
export interface DraftBook {
  /** Every text, the one written last first. */
  all(): readonly Draft[];
  /** The text that this tab had before, else the one written last. */
  own(): Draft | undefined;
  /** The texts beside the one that is in the editor, which goes on from `from`. */
  beside(from: Draft | undefined): readonly Draft[];
  /**
   * Keeps a text that goes on from a draft as this tab knows it: in its place, unless somebody else has written on in that,
   * and then as one more. The notice says where it is in memory alone.
   */
  keep(text: Shared, from: Draft | undefined): { readonly draft: Draft; readonly notice: string | undefined };
  /** This tab goes on with a draft. */
  stayWith(draft: Draft): void;
}

/** Under which a tab notes its draft, for when it is loaded anew. */
const tabKey = 'planwright.playground.draft';

function noteOf(tab: DraftShelf | undefined): string | null {
  try {
    return tab?.getItem(tabKey) ?? null;
  } catch {
    return null;
  }
}

/** Opens the texts of this browser. Nothing is read before it is asked for. */
export function openDraftBook(
  shelf?: DraftShelf,
  tab: () => DraftShelf | undefined = shelfOfTab,
  makeId: () => string = () => Math.random().toString(36).slice(2),
): DraftBook {
  /** What the browser would not keep. */
  let unkept: readonly Draft[] = [];
  const all = (): readonly Draft[] => {
    const kept = loadDrafts(shelf).filter(({ id }) => !unkept.some((draft) => draft.id === id));
    return [...unkept, ...kept];
  };
  const stayWith = ({ id }: Draft): void => {
    try {
      tab()?.setItem(tabKey, id);
    } catch {
      // Loaded anew, the tab begins with the text that was written last.
    }
  };
  return {
    all,
    stayWith,
    own() {
      const noted = noteOf(tab());
      const drafts = all();
      return drafts.find(({ id }) => id === noted) ?? drafts[0];
    },
    beside: (from) =>
      all().filter((draft) => draft.text.trim() !== '' && !(draft.id === from?.id && isSame(draft, from))),
    keep(text, from) {
      const drafts = all();
      const there = drafts.find(({ id }) => id === from?.id);
      const isMine = from !== undefined && (there === undefined || isSame(there, from));
      const draft = { ...text, id: isMine ? from.id : makeId() };
      const others = drafts.filter(({ id, text: other }) => id !== draft.id && other.trim() !== '');
      const notice = saveDrafts([draft, ...others], shelf);
      const isUnkept = ({ id }: Draft) => id !== draft.id && others.some((other) => other.id === id);
      unkept = notice === undefined ? [] : [draft, ...unkept.filter(isUnkept)];
      stayWith(draft);
      return { draft, notice };
    },
  };
}
