import { useState, useSyncExternalStore } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import { progressStore } from '../../progress/browser-store.ts';
import { exerciseProgress, withHints } from '../../progress/progress.ts';

export interface Hints {
  /** How many are open, from the first. */
  readonly open: number;
  readonly left: number;
  /** What the hint says that was asked for last, in this visit. */
  readonly said: string | undefined;
  /** Opens one more. */
  readonly next: () => void;
}

const subscribe = (listener: () => void) => progressStore().subscribe(listener);

/** The hints of an exercise, one at a time; those that were opened are open in the next visit too. */
export function useHints({ id, spec: { hints } }: Exercise): Hints {
  const kept = useSyncExternalStore(
    subscribe,
    () => exerciseProgress(progressStore().read(), id).hints ?? 0,
    () => 0,
  );
  const [said, setSaid] = useState<string>();
  const count = Math.min(Math.max(kept, 0), hints.length);
  return {
    open: count,
    left: hints.length - count,
    said,
    next() {
      setSaid(hints[count]);
      progressStore().change((before) => withHints(before, id, count + 1));
    },
  };
}
