import type { Plan } from '../../plan/plan.ts';

/** A plan that took so many times as long as the answer before it needs a word. */
const NOTABLY = 1.5;
/** Below so many ms nobody wonders. */
const LEAST_MS = 5;

/**
 * What differs between an answer and the plan that was taken in a run after it; undefined where nothing does that is seen.
 * `answeredMs` is of the statement itself.
 */
export function sayOfSecondRun(
  { root, executionMs }: Plan,
  answeredMs: number | undefined,
): string | undefined {
  if (executionMs === undefined) return undefined;
  if (root.kind === 'ModifyTable')
    return 'The plan is that of a second run, on the rows as the first one left them. What it wrote was taken back.';
  if (answeredMs === undefined || executionMs < LEAST_MS || executionMs < NOTABLY * answeredMs)
    return undefined;
  return 'The plan is that of a second run, in which each step was timed. That takes longer than the answer did.';
}
