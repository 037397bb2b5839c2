import { useEffect, useRef, useState } from 'react';
import { loadDraft, saveDraft } from './draft.ts';
import { readFragment, type Shared } from './link.ts';

const SAVE_AFTER_MS = 400;

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

interface Beginning {
  readonly shared: Shared;
  readonly notice?: string;
  readonly aside?: Shared;
}

/** A link's text goes before the draft, and the draft is kept aside; `?dataset=` chooses a dataset. */
function begin(known: readonly string[], start: Shared): Beginning {
  const draft = loadDraft();
  const link = readFragment(location.hash);
  const asked = new URLSearchParams(location.search).get('dataset');
  const own = draft && known.includes(draft.dataset) ? draft : start;
  if (link.kind === 'ok' && known.includes(link.shared.dataset)) {
    const same = draft?.text === link.shared.text && draft.dataset === link.shared.dataset;
    if (same || !draft)
      return {
        shared: link.shared,
        notice: 'This text came with the link. Nothing runs until you press Run.',
      };
    return {
      shared: link.shared,
      aside: own,
      notice:
        'This text came with the link. Nothing runs until you press Run, and your own draft is kept until you write here.',
    };
  }
  const dataset = asked !== null && known.includes(asked) ? asked : own.dataset;
  const missing =
    link.kind === 'ok' ? `This link is for a dataset that is not here: ${link.shared.dataset}.` : undefined;
  const notice = link.kind === 'damaged' ? link.message : missing;
  return { shared: { dataset, text: own.text }, ...(notice && { notice }) };
}

/** The playground's text and dataset: from a link, or the draft of last time, kept as they change. */
export function useText(known: readonly string[], start: Shared): TextState {
  const [state, setState] = useState<Beginning>({ shared: start });
  const [revision, setRevision] = useState(0);
  const latest = useRef(start);
  const dirty = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the text comes from is asked once
  useEffect(() => {
    const arrive = () => {
      const begun = begin(known, start);
      latest.current = begun.shared;
      setState(begun);
      setRevision((before) => before + 1);
    };
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);
  useEffect(() => {
    const save = () => {
      if (dirty.current) saveDraft(latest.current);
      dirty.current = false;
    };
    const timer = setInterval(save, SAVE_AFTER_MS);
    addEventListener('pagehide', save);
    return () => {
      save();
      clearInterval(timer);
      removeEventListener('pagehide', save);
    };
  }, []);
  const hold = (change: Partial<Shared>) => {
    latest.current = { ...latest.current, ...change };
    dirty.current = true;
    setState(({ aside }) => ({
      shared: latest.current,
      ...(aside && change.text === undefined && { aside }),
    }));
  };
  const replace = (text: string) => {
    hold({ text });
    setRevision((before) => before + 1);
  };
  return {
    ...state.shared,
    revision,
    notice: state.notice,
    aside: state.aside,
    now: () => latest.current.text,
    replace,
    write: (text) => {
      if (text !== latest.current.text) hold({ text });
    },
    choose: (dataset) => hold({ dataset }),
    restore() {
      const { aside } = state;
      if (!aside) return;
      history.replaceState(null, '', location.pathname + location.search);
      hold(aside);
      setRevision((before) => before + 1);
    },
  };
}
