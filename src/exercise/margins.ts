import { type Check, marginsOfCheck } from '../checks/all-checks.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { Margin as MarginToBudget } from '../checks/margin.ts';

/** How near an answer comes to a budget of one check. */
export interface Margin extends MarginToBudget {
  readonly check: string;
}

/** The part of a budget that a solution may take, and why no more. */
export interface MarginRule {
  readonly most: number;
  readonly why: string;
}

const EXACT: MarginRule = {
  most: 0.9,
  why: 'an honest answer that is a little larger than yours, or a minor release, must not fail',
};
const CLOCK: MarginRule = {
  most: 0.5,
  why: 'milliseconds differ by a factor of two from run to run on one machine',
};

/** The rule for a budget of this unit. */
export function ruleOf(unit: Margin['unit']): MarginRule {
  return unit === 'ms' || unit === 'times faster' ? CLOCK : EXACT;
}

/** How near an answer comes to each budget of an exercise, the tightest run of each. Checks that weigh nothing are left out. */
export function marginsOf(checks: readonly Check[], evidence: Evidence): readonly Margin[] {
  return checks.flatMap((check) => {
    const [tightest] = [...marginsOfCheck(check, evidence)].sort((a, b) => b.used - a.used);
    return tightest ? [{ check: check.id, ...tightest }] : [];
  });
}
