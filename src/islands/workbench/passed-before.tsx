import { useSyncExternalStore } from 'react';
import { progressStore } from '../../progress/browser-store.ts';
import { type ExerciseProgress, exerciseProgress } from '../../progress/progress.ts';

export interface PassedBeforeProps {
  /** What is kept of the exercise. */
  readonly known: ExerciseProgress;
  /** The text of the answer as it is now. */
  readonly answer: string;
  /** The exercise to go on with. */
  readonly next: { readonly href: string; readonly title: string } | undefined;
  /** Brings an answer into the editor. */
  readonly onAnswer: (sql: string) => void;
}

const dayOf = (instant: number) => new Date(instant).toLocaleDateString(undefined, { dateStyle: 'medium' });

const subscribe = (listener: () => void) => progressStore().subscribe(listener);

/** What is kept of an exercise that was passed; undefined of any other, and until the page is live. */
export function usePassed(exercise: string): ExerciseProgress | undefined {
  const progress = useSyncExternalStore(
    subscribe,
    () => progressStore().read(),
    () => undefined,
  );
  const known = progress && exerciseProgress(progress, exercise);
  return known?.state === 'passed' ? known : undefined;
}

/** That the exercise was passed before, and the way back to the text that passed. */
export function PassedBefore({ known, answer, next, onAnswer }: PassedBeforeProps) {
  const passed = known.answer;
  return (
    <p className="pw-bench-before">
      You passed this{known.passedAt !== undefined && ` on ${dayOf(known.passedAt)}`}.{' '}
      {passed !== undefined && passed !== answer && (
        <button type="button" onClick={() => onAnswer(passed)}>
          Show the text that passed
        </button>
      )}{' '}
      {next && (
        <span>
          Next: <a href={next.href}>{next.title}</a>
        </span>
      )}
    </p>
  );
}
