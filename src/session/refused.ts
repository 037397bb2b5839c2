import type { Refusal } from '../grader/report.ts';
import type { NotObserved } from './observe.ts';

/** A workload query on what the submission left is given this long, in ms; the start took its own time long before. */
export const OBSERVE_TIMEOUT_MS = 30_000;

/** Thrown where a submission cannot be observed, for a reason that is the learner’s. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('the submission cannot be observed');
    this.refusal = refusal;
  }
}

/** What a learner is told of a query that failed or took too long. */
export function refusalOf(seen: NotObserved, timeoutMs: number): Refusal {
  if (seen.kind === 'sql-error') return { kind: 'sql-error', error: seen.error };
  const message = `The query “${seen.probe.query}” was stopped after ${timeoutMs / 1000} s.`;
  return { kind: 'timeout', message };
}
