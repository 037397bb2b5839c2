import type { Observation } from '../../checks/evidence.ts';
import { accessOf } from '../../plan/access-paths.ts';
import { compareEstimates, type Estimate } from '../../plan/estimates.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Recognition } from './misconception.ts';
import { type Condition, readConditions } from './read-conditions.ts';
import { failed, shippedRuns } from './read-query.ts';

/** A scan that gives far more or fewer rows than the planner thought. */
export interface WrongEstimate {
  readonly seen: Observation;
  readonly scan: PlanNode;
  readonly estimate: Estimate;
  readonly conditions: readonly Condition[];
}

/** Below this factor an estimate is good enough for any choice. */
const OFF = 3;

function conditionsOf(scan: PlanNode): readonly Condition[] {
  const alias = scan.alias ?? scan.relation ?? '';
  return listNodes(scan).flatMap((node) =>
    [node.filter, node.indexCond].flatMap((text) => readConditions(text, alias)),
  );
}

/** The scan whose estimate is furthest off, where a check on estimates, pages or nodes failed. */
export function findWrongEstimate(recognition: Recognition): WrongEstimate | undefined {
  if (!failed(recognition, 'estimate', 'buffers', 'total', 'node', 'temp')) return undefined;
  let worst: WrongEstimate | undefined;
  for (const seen of shippedRuns(recognition.evidence.submission.observations)) {
    const estimates = compareEstimates(seen.plan);
    for (const scan of listNodes(seen.plan.root)) {
      const estimate = accessOf(scan) === undefined ? undefined : estimates.get(scan.id);
      if (!estimate || estimate.factor < OFF || (estimate.cutShort && estimate.direction === 'too-high'))
        continue;
      if (estimate.factor <= (worst?.estimate.factor ?? 0)) continue;
      worst = { seen, scan, estimate, conditions: conditionsOf(scan) };
    }
  }
  return worst;
}
