import { useEffect, useRef, useState } from 'react';
import { useAutosave } from '../use-autosave.ts';
import { type Beginning, beginText } from './begin-text.ts';
import { loadDraft, saveDraft } from './draft.ts';
import { readFragment, type Shared } from './link.ts';

export interface TextState {
  readonly text: string;
  readonly dataset: string;
  /** Raised when the text was replaced from outside the editor. */
  readonly revision: number;
  /** A sentence about where the text came from. */
  readonly notice: string | undefined;
  /** The reader's own draft, where a link's text stands in its place. */
  readonly aside: Shared | undefined;
  /** The text as it was typed last. What is drawn may be a moment behind it. */
  now(): string;
  write(text: string): void;
  replace(text: string): void;
  choose(dataset: string): void;
  /** Puts the reader's own draft back. */
  restore(): void;
}

/** Calls back with what the page opens with, and again when a link to it is followed on it. */
function useBeginning(
  known: readonly string[],
  start: Shared,
  { onBegin, flush }: { readonly onBegin: (begun: Beginning) => void; readonly flush: () => void },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the text comes from is asked once
  useEffect(() => {
    const arrive = () => {
      const asked = new URLSearchParams(location.search).get('dataset');
      onBegin(beginText({ draft: loadDraft(), link: readFragment(location.hash), asked, start }, known));
    };
    const follow = () => {
      // Places on the page have addresses too, and bring no text.
      if (readFragment(location.hash).kind === 'absent') return;
      flush();
      arrive();
    };
    arrive();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}

/** The playground's text and dataset: from a link, or the draft of last time, kept as they change. */
export function useText(known: readonly string[], start: Shared): TextState {
  const [{ shared, notice, aside }, setState] = useState<Beginning>({ shared: start });
  const [revision, setRevision] = useState(0);
  const latest = useRef(start);
  const [notKept, setNotKept] = useState<string>();
  const { touch, flush } = useAutosave(() => setNotKept(saveDraft(latest.current)));
  const raise = () => setRevision((before) => before + 1);
  const onBegin = (begun: Beginning) => {
    // The same text drawn anew would be a line that counts as having moved.
    const replaced = begun.shared.text !== latest.current.text;
    latest.current = begun.shared;
    setState(begun);
    if (replaced) raise();
  };
  useBeginning(known, start, { onBegin, flush });
  const hold = (change: Partial<Shared>) => {
    latest.current = { ...latest.current, ...change };
    touch();
    setState((before) => ({
      shared: latest.current,
      ...(before.aside && change.text === undefined && { aside: before.aside }),
    }));
  };
  return {
    ...shared,
    revision,
    notice: notKept ?? notice,
    aside,
    now: () => latest.current.text,
    replace(text) {
      hold({ text });
      raise();
    },
    write(text) {
      if (text !== latest.current.text) hold({ text });
    },
    choose: (dataset) => hold({ dataset }),
    restore() {
      if (!aside) return;
      history.replaceState(null, '', location.pathname + location.search);
      hold(aside);
      raise();
    },
  };
}
