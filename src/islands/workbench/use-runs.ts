import { startTransition, useEffect, useRef, useState } from 'react';
import { describeOutcome } from '../runs/outcome.ts';
import type { BenchView, Phase } from './bench-view.ts';
import { comparisonsOf, type PlanComparison } from './plan-comparisons.ts';

/** One press of Run or Check in this visit, with the plans that it left. */
export interface BenchRun {
  readonly id: number;
  readonly at: Date;
  readonly kind: 'run' | 'check';
  readonly sql: string;
  readonly outcome: string;
  readonly plans: readonly PlanComparison[];
}

const MOST_RUNS = 50;

/** What leaves a run behind when it is over. */
const ENDS_IN_RUN: ReadonlySet<Phase> = new Set(['running', 'planning', 'checking']);

function runOf(view: BenchView, id: number, was: BenchView): BenchRun | undefined {
  const made = { id, at: new Date(), plans: comparisonsOf(view) };
  if (was.phase === 'checking') {
    const { report, graded } = view;
    // A check that was stopped, or failed of the engine, leaves the report of before.
    if (report === undefined || graded === undefined || report === was.report) return undefined;
    const outcome = report.passed ? 'passed' : report.refusal ? 'refused' : 'not yet';
    return { ...made, kind: 'check', sql: graded, outcome };
  }
  if (view.output?.kind !== 'run') return undefined;
  return { ...made, kind: 'run', sql: view.output.sql, outcome: describeOutcome(view.output) };
}

/** The runs and checks of this visit, newest first. */
export function useRuns(view: BenchView): readonly BenchRun[] {
  const [runs, setRuns] = useState<readonly BenchRun[]>([]);
  const last = useRef(view);
  useEffect(() => {
    const was = last.current;
    last.current = view;
    if (view.phase !== 'idle' || !ENDS_IN_RUN.has(was.phase)) return;
    startTransition(() =>
      setRuns((before) => {
        const run = runOf(view, (before[0]?.id ?? 0) + 1, was);
        return run === undefined ? before : [run, ...before].slice(0, MOST_RUNS);
      }),
    );
  }, [view]);
  return runs;
}
