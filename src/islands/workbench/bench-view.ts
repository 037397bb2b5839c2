import type { Cell, EngineFault, Progress, Run } from '../../engine/engine.ts';
import type { Report } from '../../grader/report.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Explained } from '../../session/explain.ts';
import type { SubmitStep } from '../../session/submit.ts';
import type { Note } from './describe-note.ts';

/**
 * What the bench is busy with; `idle` covers both "nothing opened yet" and "ready". While it is `planning`, what a run
 * returned is there already.
 */
export type Phase = 'idle' | 'running' | 'planning' | 'checking' | 'resetting';

export type Output =
  | { readonly kind: 'run'; readonly sql: string; readonly run: Run }
  | { readonly kind: 'fault'; readonly fault: EngineFault };

/** The plan of one shown run of a workload query at the start and on the solver's database now. */
export interface PlanPair {
  readonly query: string;
  readonly params: readonly Cell[];
  readonly before: Plan | undefined;
  readonly now: Explained;
}

/** All that a workbench shows of its databases. */
export interface BenchView {
  readonly phase: Phase;
  readonly opened: boolean;
  readonly progress: Progress | undefined;
  readonly step: SubmitStep | undefined;
  readonly output: Output | undefined;
  readonly plans: readonly PlanPair[];
  readonly report: Report | undefined;
  readonly graded: string | undefined;
  readonly note: Note | undefined;
  /** The database of the shown run went while its plans were made. */
  readonly gone: boolean;
  readonly engine: string | undefined;
}

export const NOTHING: BenchView = {
  phase: 'idle',
  opened: false,
  progress: undefined,
  step: undefined,
  output: undefined,
  plans: [],
  report: undefined,
  graded: undefined,
  note: undefined,
  gone: false,
  engine: undefined,
};

export type Patch = (change: Partial<BenchView>) => void;
