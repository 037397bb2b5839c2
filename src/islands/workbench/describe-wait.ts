import type { Progress } from '../../engine/engine.ts';
import type { SubmitStep } from '../../session/submit.ts';
import type { BenchView } from './use-bench.ts';

export interface Wait {
  readonly text: string;
  /** 0 to 1, where it is known. */
  readonly share?: number;
}

const STEPS: Readonly<Record<SubmitStep, string>> = {
  opening: 'Opening a pristine copy',
  applying: 'Applying your statements',
  looking: 'Looking at what changed',
  observing: 'Observing the workload',
  grading: 'Grading',
};

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

function describeProgress(progress: Progress): Wait | undefined {
  if (progress.phase !== 'downloading' || progress.done >= progress.total) return undefined;
  return {
    text: `Fetching PostgreSQL: ${megabytes(progress.done)} of ${megabytes(progress.total)} MB`,
    share: progress.done / progress.total,
  };
}

/** What the reader is waiting for, in words; undefined when nothing is. */
export function describeWait(view: BenchView): Wait | undefined {
  if (view.phase === 'idle') return view.stopped ? { text: 'Stopped' } : undefined;
  const fetching = view.progress && !view.opened ? describeProgress(view.progress) : undefined;
  if (fetching) return fetching;
  if (view.phase === 'checking') return { text: STEPS[view.step ?? 'opening'] };
  if (view.phase === 'resetting') return { text: 'Opening a fresh copy' };
  return { text: view.opened ? 'Running' : 'Starting PostgreSQL' };
}
