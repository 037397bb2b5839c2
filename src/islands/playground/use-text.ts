import { useEffect, useRef, useState } from 'react';
import { useAutosave } from '../use-autosave.ts';
import { type Beginning, beginText } from './begin-text.ts';
import { type Draft, draftKey } from './draft.ts';
import { type DraftBook, openDraftBook } from './draft-book.ts';
import { carriesText, isSame, readFragment, type Shared } from './link.ts';

export interface TextState {
  readonly text: string;
  readonly dataset: string;
  /** Raised when the text was replaced from outside the editor. */
  readonly revision: number;
  /** A sentence about where the text came from, or that it is not kept. */
  readonly notice: string | undefined;
  /** False where the text is in the memory of this page alone. */
  readonly isKept: boolean;
  /** The reader's other texts, the one written last first. */
  readonly others: readonly Draft[];
  /** The text as it was typed last. What is drawn may be a moment behind it. */
  now(): string;
  write(text: string): void;
  replace(text: string): void;
  choose(dataset: string): void;
  /** Keeps what was written without waiting for a pause in the typing. */
  settle(): void;
  /** Puts another text of the reader's own in the editor; the one that was written there is kept. */
  open(draft: Draft): void;
  /** Puts a text from elsewhere in the editor; the one that was written there is kept as a draft. */
  bring(text: string): void;
}

/** Calls back with what the page opens with, and again when a link to it is followed on it. */
function useBeginning(
  known: readonly string[],
  start: Shared,
  book: DraftBook,
  { onBegin, flush }: { readonly onBegin: (begun: Beginning) => void; readonly flush: () => void },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the text comes from is asked once
  useEffect(() => {
    const arrive = () => {
      const asked = new URLSearchParams(location.search).get('dataset');
      const link = readFragment(location.hash);
      onBegin(beginText({ drafts: book.all(), own: book.own(), link, asked, start }, known));
    };
    const follow = () => {
      // Places on the page have addresses too, and bring no text.
      if (!carriesText(location.hash)) return;
      flush();
      arrive();
    };
    arrive();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}

/** Calls back when another tab has written, and when the page was away while it may have. */
function useOtherTabs(onWritten: () => void): void {
  const latest = useRef(onWritten);
  latest.current = onWritten;
  useEffect(() => {
    const until = new AbortController();
    const heard = ({ key }: StorageEvent) => {
      if (key === draftKey || key === null) latest.current();
    };
    addEventListener('storage', heard, { signal: until.signal });
    addEventListener('pageshow', () => latest.current(), { signal: until.signal });
    return () => until.abort();
  }, []);
}

/**
 * Takes out of the address what is kept otherwise by now: loaded anew, the page would begin with it again, before what was
 * written since.
 */
function leaveLink(dataset: string): void {
  const { pathname, search, hash } = location;
  const asked = new URLSearchParams(search).get('dataset');
  const place = carriesText(hash) ? '' : hash;
  const query = asked === null || asked === dataset ? search : '';
  if (place !== hash || query !== search)
    history.replaceState(history.state, '', `${pathname}${query}${place}`);
}

/** Where the text is kept, and the reader's other texts beside it. */
function useKeeping(book: DraftBook, latest: { readonly current: Beginning }) {
  const from = useRef<Draft>(undefined);
  const [others, setOthers] = useState<readonly Draft[]>([]);
  const [notKept, setNotKept] = useState<string>();
  const look = () => setOthers(book.beside(from.current));
  const { touch, flush } = useAutosave(() => {
    const { shared } = latest.current;
    const { draft, notice } = book.keep(shared, from.current);
    from.current = draft;
    setNotKept(notice);
    if (notice === undefined) leaveLink(shared.dataset);
    look();
  });
  useOtherTabs(look);
  return {
    others,
    notKept,
    flush,
    /** Goes on from another draft, or from none. */
    goOn(draft: Draft | undefined) {
      from.current = draft;
      if (draft) book.stayWith(draft);
      look();
    },
    touch() {
      touch();
      // What is loaded anew in a moment is not to begin with the link again.
      if (carriesText(location.hash)) flush();
    },
  };
}

/** The playground's text and dataset: from a link, or a draft of the reader's own, kept as they change. */
export function useText(known: readonly string[], start: Shared): TextState {
  const [book] = useState(() => openDraftBook());
  const [{ shared, notice }, setState] = useState<Beginning>({ shared: start });
  const [revision, setRevision] = useState(0);
  const latest = useRef<Beginning>({ shared: start });
  const keeping = useKeeping(book, latest);
  const raise = () => setRevision((before) => before + 1);
  const show = (next: Beginning) => {
    latest.current = next;
    setState(next);
  };
  const onBegin = (begun: Beginning) => {
    // The same text drawn anew would be a line that counts as having moved.
    const replaced = begun.shared.text !== latest.current.shared.text;
    show(begun);
    keeping.goOn(begun.from);
    if (replaced) raise();
  };
  useBeginning(known, start, book, { onBegin, flush: keeping.flush });
  const hold = (change: Partial<Shared>) => {
    show({ shared: { ...latest.current.shared, ...change } });
    keeping.touch();
  };
  const open = (draft: Draft) => {
    keeping.flush();
    const { dataset } = known.includes(draft.dataset) ? draft : latest.current.shared;
    show({ shared: { dataset, text: draft.text } });
    keeping.goOn(draft);
    leaveLink(dataset);
    raise();
  };
  return {
    ...shared,
    revision,
    notice: keeping.notKept ?? notice,
    isKept: keeping.notKept === undefined,
    others: keeping.others,
    now: () => latest.current.shared.text,
    replace(text) {
      hold({ text });
      raise();
    },
    write(text) {
      if (text !== latest.current.shared.text) hold({ text });
    },
    choose: (dataset) => hold({ dataset }),
    settle: keeping.flush,
    open,
    bring(text) {
      const next = { ...latest.current.shared, text };
      if (isSame(next, latest.current.shared)) return;
      const there = keeping.others.find((draft) => isSame(draft, next));
      if (there) return open(there);
      keeping.flush();
      keeping.goOn(undefined);
      hold({ text });
      raise();
    },
  };
}
