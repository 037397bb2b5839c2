import type { SubmitStep } from '../../session/submit.ts';
import { waitForOpening } from '../commands/opening.ts';
import type { Wait } from '../commands/wait-line.tsx';
import type { BenchView } from './bench-view.ts';
import { describeNote } from './describe-note.ts';
import { describeVerdict } from './describe-verdict.ts';

const STEPS: Readonly<Record<SubmitStep, string>> = {
  opening: 'Opening a pristine copy',
  applying: 'Applying your statements',
  looking: 'Looking at what changed',
  observing: 'Observing the workload',
  grading: 'Grading',
};

/** What the reader is waiting for, or what came of it, in words; undefined when there is nothing to say. */
export function describeWait(view: BenchView, answer: string): Wait | undefined {
  const { phase, note, opened, progress, step } = view;
  if (phase === 'idle') return note ? describeNote(note) : describeVerdict(view, answer);
  const opening = opened ? undefined : waitForOpening(progress);
  if (opening?.share !== undefined) return opening;
  if (phase === 'checking') return { text: STEPS[step ?? 'opening'] };
  if (phase === 'resetting') return { text: 'Opening a fresh copy' };
  return opening ?? { text: 'Running' };
}
