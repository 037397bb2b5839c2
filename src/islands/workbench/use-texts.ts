import { useState } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import { isAbout, type Note } from './describe-note.ts';
import type { Tab } from './draft-state.ts';
import { useDrafts } from './use-drafts.ts';

/** Where a press took its own button away, the focus goes to the way back from it, or to the names of the texts. */
function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLButtonElement>('.pw-bench-tabs button')?.focus({ preventScroll: true });
  });
}

/** The two texts, which of them is in the editor, and what is done with them. `note` says what was done last. */
export function useTexts(exercise: Exercise, last: Note | undefined, note: (note: Note | undefined) => void) {
  const drafts = useDrafts(exercise);
  const [tab, setTab] = useState<Tab>('answer');
  const replace = (over: Tab, sql: string) => {
    drafts.replace(over, sql);
    note({ what: 'replaced', of: over });
    keepFocus();
  };
  return {
    drafts,
    tab,
    setTab,
    /** Puts a text in the place of the answer; the reader can take it back. */
    answer(sql: string) {
      setTab('answer');
      replace('answer', sql);
    },
    /** Puts a text in the place of what is in the editor; the reader can take it back. */
    reopen: (sql: string) => replace(tab, sql),
    /** Appends a query to the scratch text, and shows it. */
    queryInScratch(sql: string) {
      setTab('scratch');
      drafts.append('scratch', sql);
    },
    write(sql: string) {
      if (last && isAbout(last, tab) && sql !== drafts.now(tab)) note(undefined);
      drafts.write(tab, sql);
    },
    takeBack() {
      drafts.takeBack(tab);
      note({ what: 'taken-back', of: tab });
      keepFocus();
    },
  };
}
