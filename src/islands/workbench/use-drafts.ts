import { startTransition, useEffect, useRef, useState } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import { progressStore } from '../../progress/browser-store.ts';
import { exerciseProgress, withDraft } from '../../progress/progress.ts';
import { useAutosave } from '../use-autosave.ts';
import {
  adopted,
  appended,
  beginWith,
  type DraftState,
  replaced,
  saved,
  type Tab,
  type Texts,
  takenBack,
  written,
} from './draft-state.ts';

export interface Drafts extends DraftState {
  /** The text as it was typed last. What is drawn may be a moment behind it. */
  now(tab: Tab): string;
  write(tab: Tab, text: string): void;
  replace(tab: Tab, text: string): void;
  append(tab: Tab, text: string): void;
  /** Puts the text that was replaced back. */
  takeBack(tab: Tab): void;
  /** Saves at once what is not saved yet. */
  flush(): void;
  /** The texts are in a file of the reader's. */
  handedOver(): void;
}

const SCRATCH = '-- Try anything here: it is never graded.\n';

function keptTexts({ id, start }: Exercise): Texts {
  const { draft, scratch } = exerciseProgress(progressStore().read(), id);
  return { answer: draft ?? start, scratch: scratch ?? SCRATCH };
}

/** Saves the texts that were changed here, and no other. */
function keep({ id }: Exercise, { texts, unsaved }: DraftState): void {
  const changed = {
    ...(unsaved.includes('answer') && { draft: texts.answer }),
    ...(unsaved.includes('scratch') && { scratch: texts.scratch }),
  };
  progressStore().change((before) => withDraft(before, id, changed, Date.now()));
}

/** The texts of an exercise, kept as they are typed. */
export function useDrafts(exercise: Exercise): Drafts {
  const [state, setState] = useState(() => beginWith({ answer: exercise.start, scratch: SCRATCH }));
  const latest = useRef(state);
  const show = (next: DraftState) => {
    latest.current = next;
    setState(next);
  };
  const { touch, flush } = useAutosave(() => {
    keep(exercise, latest.current);
    if (progressStore().isKept()) show(saved(latest.current));
  });
  const change = (next: DraftState) => {
    if (next === latest.current) return;
    show(next);
    touch();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is kept changes what this does
  useEffect(() => {
    const adopt = () => startTransition(() => show(adopted(latest.current, keptTexts(exercise))));
    adopt();
    return progressStore().subscribe(adopt);
  }, [exercise]);
  return {
    ...state,
    now: (tab) => latest.current.texts[tab],
    write: (tab, text) => change(written(latest.current, tab, text)),
    replace: (tab, text) => change(replaced(latest.current, tab, text)),
    append: (tab, text) => change(appended(latest.current, tab, text)),
    takeBack: (tab) => change(takenBack(latest.current, tab)),
    flush,
    handedOver: () => show(saved(latest.current)),
  };
}
