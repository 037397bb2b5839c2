import { type Check, checkSchema, judgeCheck } from './all-checks.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf, type Seen } from './sample-evidence.ts';

/** Verdicts on plain evidence, for the tests of the kinds. */

/** The check that is written like this in a front matter; throws where it is none. */
export function checkOf(written: unknown): Check {
  return checkSchema.parse(written);
}

/** The verdict in one line: `state: message`. */
export function verdict(written: unknown, evidence: Evidence): string {
  const { state, message } = judgeCheck(checkOf(written), evidence);
  return `${state}: ${message}`;
}

/** The verdict on plans of the query `q`, for the shown parameters and for hidden ones. */
export function onPlans(written: object, ...seen: readonly Seen[]): string {
  return verdict({ id: 'c', of: 'q', ...written }, evidenceOf([], seen));
}

/** What is seen of a run with other values than those shown. */
export const hidden: Seen = { shown: false, params: ['7'] };
