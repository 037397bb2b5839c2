import { z } from 'zod';
import { compareEstimates, type Estimate, findWorstEstimate } from '../plan/estimates.ts';
import { formatCount, formatFactor, formatPlural } from '../plan/format-figures.ts';
import { listNodes } from '../plan/metrics.ts';
import type { PlanNode } from '../plan/plan.ts';
import type { CheckKind } from './check.ts';
import type { Observation } from './evidence.ts';
import { id, of, title } from './keys.ts';
import { type Judged, judgeRuns, nodeInWords } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('estimate'),
    title,
    of,
    within: z.number().min(1).describe('By what factor the estimated and the actual rows may differ.'),
    relation: z
      .string()
      .min(1)
      .optional()
      .describe('Only scans of this table; without it, every node of the plan.'),
  })
  .describe('How well the planner knew how many rows there would be.');

type EstimateCheck = z.infer<typeof schema>;

interface Found {
  readonly node: PlanNode;
  readonly estimate: Estimate;
}

function worstOn(seen: Observation, relation: string): Found | undefined {
  const estimates = compareEstimates(seen.plan);
  let worst: Found | undefined;
  for (const node of listNodes(seen.plan.root)) {
    const estimate = node.relation === relation ? estimates.get(node.id) : undefined;
    if (estimate && estimate.factor > (worst?.estimate.factor ?? 0)) worst = { node, estimate };
  }
  return worst;
}

function judgeEstimate(check: EstimateCheck, seen: Observation): Judged {
  const found = check.relation === undefined ? findWorstEstimate(seen.plan) : worstOn(seen, check.relation);
  if (!found) {
    return check.relation === undefined
      ? { state: 'passed', message: 'All estimates are close to what came.', badness: 1 }
      : { state: 'failed', message: `The plan does not read ${check.relation}.`, badness: 0 };
  }
  const { node, estimate } = found;
  const { expected, actual, factor } = estimate;
  const figure = `off by ${formatFactor(factor)}`;
  const message = `${nodeInWords(node)}: the planner expected ${formatPlural(expected, 'row')} and got ${formatCount(actual)}.`;
  return { state: factor <= check.within ? 'passed' : 'failed', message, figure, badness: factor };
}

export const estimate: CheckKind<typeof schema> = {
  kind: 'estimate',
  schema,
  decidedBy: 'plan',
  title: (check) =>
    check.title ??
    `is estimated within a factor of ${formatFactor(check.within)}${check.relation ? ` on ${check.relation}` : ''}`,
  needs: () => [],
  judge: (check, evidence) => judgeRuns(evidence, check.of, (seen) => judgeEstimate(check, seen)),
};
