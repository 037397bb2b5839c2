import { useEffect, useRef, useState } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import { progressStore } from '../../progress/browser-store.ts';
import { exerciseProgress, withDraft } from '../../progress/progress.ts';
import { useAutosave } from '../use-autosave.ts';

/** The text that is graded, and the one to try things in. */
export type Tab = 'answer' | 'scratch';

type Texts = Readonly<Record<Tab, string>>;

export interface Drafts {
  readonly texts: Texts;
  /** Raised when a text was replaced from outside the editor. */
  readonly revision: number;
  /** The tab whose own text was replaced and can be had back, until something is written. */
  readonly replaced: Tab | undefined;
  /** The text as it was typed last. What is drawn may be a moment behind it. */
  now(tab: Tab): string;
  write(tab: Tab, text: string): void;
  replace(tab: Tab, text: string): void;
  /** Puts the replaced text back. */
  takeBack(): void;
}

interface Own {
  readonly tab: Tab;
  readonly text: string;
}

const SCRATCH = '-- Try anything here: it is never graded.\n';

function keptTexts(exercise: Exercise): Texts {
  const kept = exerciseProgress(progressStore().read(), exercise.id);
  return { answer: kept.draft ?? exercise.start, scratch: kept.scratch ?? SCRATCH };
}

/** The texts of an exercise, kept as they are typed. */
export function useDrafts(exercise: Exercise): Drafts {
  const [texts, setTexts] = useState<Texts>({ answer: exercise.start, scratch: SCRATCH });
  const [revision, setRevision] = useState(0);
  const [own, setOwn] = useState<Own>();
  const latest = useRef(texts);
  const dirty = useRef(new Set<Tab>());
  const { touch: save } = useAutosave(() => {
    const { answer: draft, scratch } = latest.current;
    const changed = {
      ...(dirty.current.has('answer') && { draft }),
      ...(dirty.current.has('scratch') && { scratch }),
    };
    dirty.current.clear();
    progressStore().change((before) => withDraft(before, exercise.id, changed, Date.now()));
  });
  const touch = (tab: Tab) => {
    dirty.current.add(tab);
    save();
  };
  const show = (next: Texts) => {
    latest.current = next;
    setTexts(next);
  };
  const put = (tab: Tab, text: string) => {
    show({ ...latest.current, [tab]: text });
    touch(tab);
    setRevision((before) => before + 1);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is kept changes what this does
  useEffect(() => {
    /** Takes over what is kept, which another tab or a file may have brought, of the texts that nobody writes here. */
    const adopt = () => {
      const kept = keptTexts(exercise);
      const pick = (tab: Tab) => (dirty.current.has(tab) ? latest.current[tab] : kept[tab]);
      const next = { answer: pick('answer'), scratch: pick('scratch') };
      if (next.answer === latest.current.answer && next.scratch === latest.current.scratch) return;
      show(next);
      setRevision((before) => before + 1);
    };
    adopt();
    return progressStore().subscribe(adopt);
  }, [exercise]);
  return {
    texts,
    revision,
    replaced: own?.tab,
    now: (tab) => latest.current[tab],
    write(tab, text) {
      if (text === latest.current[tab]) return;
      show({ ...latest.current, [tab]: text });
      touch(tab);
      setOwn(undefined);
    },
    replace(tab, text) {
      setOwn({ tab, text: latest.current[tab] });
      put(tab, text);
    },
    takeBack() {
      if (own) put(own.tab, own.text);
      setOwn(undefined);
    },
  };
}
