import type { Observation } from '../../checks/evidence.ts';
import { listNodes } from '../../plan/metrics.ts';
import { shippedRuns } from './read-query.ts';

/** Groups that are far fewer than the planner thought. */
export interface WrongGroups {
  readonly seen: Observation;
  /** The plan node that makes them. */
  readonly id: string;
  readonly expected: number;
  readonly actual: number;
  /** Whether the rows are grouped by something that is worked out from columns. */
  readonly byExpression: boolean;
}

/** Below this factor the number of groups is known well enough. */
const OFF = 10;

/** The first grouping for which the planner expected many times the groups that there are. */
export function findTooManyGroups(observations: readonly Observation[]): WrongGroups | undefined {
  for (const seen of shippedRuns(observations)) {
    for (const { kind, id, groupKey, planRows: expected, actual } of listNodes(seen.plan.root)) {
      if (kind !== 'Aggregate' || !groupKey || !actual || actual.loops === 0) continue;
      if (expected < OFF * Math.max(1, actual.rowsPerLoop)) continue;
      const byExpression = groupKey.some((key) => key.includes('('));
      return { seen, id, expected, actual: actual.rowsPerLoop, byExpression };
    }
  }
  return undefined;
}
