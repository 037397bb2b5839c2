import type { SubmitStep } from '../../session/submit.ts';
import { waitForOpening } from '../commands/opening.ts';
import { PLANNING, type Wait } from '../commands/wait-line.tsx';
import { sayOutcome } from '../runs/outcome.ts';
import type { BenchView } from './bench-view.ts';
import { describeNote, isAbout } from './describe-note.ts';
import { describeVerdict } from './describe-verdict.ts';
import type { Tab } from './draft-state.ts';

const STEPS: Readonly<Record<SubmitStep, string>> = {
  opening: 'Opening a pristine copy',
  applying: 'Applying your statements',
  looking: 'Looking at what changed',
  observing: 'Observing the workload',
  grading: 'Grading',
};

/** What came of the last run, for whoever does not see the results. */
function describeRun({ output }: BenchView): Wait | undefined {
  const spoken = output && sayOutcome(output);
  return spoken === undefined ? undefined : { text: '', spoken };
}

/** What is said while nothing runs; of a text only while it is in the editor. The verdict is one on the answer. */
function describeRest(view: BenchView, tab: Tab, answer: string): Wait | undefined {
  const { note } = view;
  if (note && isAbout(note, tab)) return describeNote(note);
  const verdict = tab === 'answer' ? describeVerdict(view, answer) : undefined;
  return verdict ?? describeRun(view);
}

/** What the reader is waiting for, or what came of it, in words; undefined when there is nothing to say. */
export function describeWait(view: BenchView, tab: Tab, answer: string): Wait | undefined {
  const { phase, opened, progress, step } = view;
  if (phase === 'idle') return describeRest(view, tab, answer);
  const opening = opened ? undefined : waitForOpening(progress);
  if (opening?.share !== undefined) return opening;
  if (phase === 'checking') return { text: STEPS[step ?? 'opening'], spoken: 'Checking' };
  if (phase === 'resetting') return { text: 'Opening a fresh copy' };
  if (phase === 'planning') return PLANNING;
  return opening ?? { text: 'Running' };
}
