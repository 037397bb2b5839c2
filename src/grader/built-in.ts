import { isByPlans, judgeCheck, titleOfCheck } from '../checks/all-checks.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { AddedId } from '../exercise/added-checks.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { CheckResult } from './report.ts';

/** Nothing but what the exercise allows was changed. Every exercise has this check. */
export function judgeUnchanged(evidence: Evidence): CheckResult {
  const base = {
    id: 'unchanged' satisfies AddedId,
    kind: 'unchanged',
    title: 'leaves everything else as it is',
  };
  const [first, ...more] = evidence.changes;
  if (!first) return { ...base, state: 'passed', message: 'Only what the exercise allows was changed.' };
  const things = more.length === 1 ? 'One other thing was' : `${more.length} other things were`;
  const rest = more.length === 0 ? '' : ` ${things} changed too.`;
  const message = `This is no answer, because ${first.message}.${rest} The workload has to get better on the database as it is.`;
  return { ...base, state: 'failed', message };
}

/**
 * A goal that is met must be missed again with the submission's indexes and statistics taken away: then it was the change
 * that met it. Undefined where the question does not arise: nothing was created, no check is about plans, or what was
 * created has met no goal yet, and the goals that are missed say so.
 */
export function judgeMadeByYou({ spec }: Exercise, evidence: Evidence): CheckResult | undefined {
  const deciding = spec.checks.filter(isByPlans);
  if (spec.task === 'rewrite' || deciding.length === 0) return undefined;
  const base = {
    id: 'made-by-you' satisfies AddedId,
    kind: 'made-by-you',
    title: 'gets better because of your change',
  };
  const { counterfactual, submission } = evidence;
  if (counterfactual === undefined) {
    const created = submission.indexes.some((index) => index.created);
    const message = 'What you created could not be taken away again, so what it did could not be told.';
    return created ? { ...base, state: 'not-run', message } : undefined;
  }
  const without: Evidence = { ...evidence, submission: { ...submission, observations: counterfactual } };
  const failing = deciding.filter((check) => judgeCheck(check, without).state === 'failed');
  if (failing.length === 0)
    return { ...base, state: 'failed', message: 'The plans meet the same goals without what you created.' };
  const lost = failing.find((check) => judgeCheck(check, evidence).state === 'passed');
  return lost
    ? {
        ...base,
        state: 'passed',
        message: `Without what you created, “${titleOfCheck(lost, spec.workload)}” fails again.`,
      }
    : undefined;
}
