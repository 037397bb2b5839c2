import { judgeCheck } from '../checks/all-checks.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { CheckResult } from './report.ts';

/** Nothing but what the exercise allows was changed. Every exercise has this check. */
export function judgeUnchanged(evidence: Evidence): CheckResult {
  const base = { id: 'unchanged', kind: 'unchanged', title: 'leaves everything else as it is' };
  const [first, ...more] = evidence.changes;
  if (!first) return { ...base, state: 'passed', message: 'Only what the exercise allows was changed.' };
  const rest = more.length === 0 ? '' : ` So were ${more.length} other things.`;
  const message = `This is no answer, because ${first.message}.${rest} The workload has to get better on the database as it is.`;
  return { ...base, state: 'failed', message };
}

/** Checks that a plan alone decides: those that must get worse when the learner's change is taken away. */
const BY_PLAN = new Set([
  'access',
  'node',
  'buffers',
  'estimate',
  'sort',
  'temp',
  'heap-fetches',
  'partitions',
]);

/**
 * With the submission's indexes and statistics taken away the plan must fail again: then it was the change that did it.
 * Where nothing was created that can be taken away, the starting plans stand in.
 */
export function judgeMadeByYou(exercise: Exercise, evidence: Evidence): CheckResult | undefined {
  const { spec } = exercise;
  const deciding = spec.checks.filter((check) => BY_PLAN.has(check.kind));
  if (spec.task === 'rewrite' || deciding.length === 0) return undefined;
  const base = { id: 'made-by-you', kind: 'made-by-you', title: 'gets better because of your change' };
  const observations = evidence.counterfactual ?? evidence.start.observations;
  const without: Evidence = { ...evidence, submission: { ...evidence.submission, observations } };
  const worse = deciding.some((check) => judgeCheck(check, without).state === 'failed');
  return worse
    ? { ...base, state: 'passed', message: 'Without your change the plan is as it was.' }
    : { ...base, state: 'failed', message: 'The plan is just as good without what you created.' };
}
