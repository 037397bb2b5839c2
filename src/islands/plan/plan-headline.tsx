import { findWorstEstimate } from '../../plan/estimates.ts';
import { formatCount, formatFactor, formatMs, formatPlural, formatShare } from '../../plan/format-figures.ts';
import {
  exclusiveCost,
  exclusivePages,
  findCostliest,
  findLargestRead,
  totalsOf,
} from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import { nameInFull } from './describe-node.ts';

/** `54 ms · 1,623 pages · 7 rows`, as far as it was measured. */
export function describeTotals(plan: Plan): string {
  const { ms, pages, rows, cost, planningMs, tempPages } = totalsOf(plan);
  const parts = [
    ms !== undefined && formatMs(ms),
    pages !== undefined && formatPlural(pages, 'page'),
    (tempPages ?? 0) > 0 && `${formatPlural(tempPages ?? 0, 'page')} of temporary files`,
    rows !== undefined && formatPlural(rows, 'row'),
    !plan.analyzed && plan.costed && `estimated cost ${formatCount(cost)}, not run`,
    planningMs !== undefined && `planned in ${formatMs(planningMs)}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

export interface Finding {
  readonly what: string;
  readonly node: PlanNode;
  readonly figure: string;
}

/** The costliest node, the worst estimate and the largest read, as far as the plan has them. */
export function listFindings(plan: Plan): readonly Finding[] {
  const costliest = findCostliest(plan);
  const worst = findWorstEstimate(plan);
  const reader = findLargestRead(plan);
  const { pages } = totalsOf(plan);
  return [
    ...(costliest ? [{ what: 'Costliest', node: costliest, figure: describeCost(plan, costliest) }] : []),
    ...(worst
      ? [
          {
            what: 'Worst estimate',
            node: worst.node,
            figure: `expected ${formatCount(Math.round(worst.estimate.expected))}, got ${formatCount(worst.estimate.actual)}: ${formatFactor(worst.estimate.factor)} times too ${worst.estimate.direction === 'too-low' ? 'low' : 'high'}`,
          },
        ]
      : []),
    ...(reader
      ? [
          {
            what: 'Largest read',
            node: reader,
            figure: `${formatCount(exclusivePages(reader) ?? 0)} of ${formatPlural(pages ?? 0, 'page')}`,
          },
        ]
      : []),
  ];
}

function describeCost(plan: Plan, node: PlanNode): string {
  const [own, whole] = [node.actual?.exclusiveMs, plan.root.actual?.ms];
  if (own === undefined || whole === undefined) {
    return `estimated cost ${formatCount(exclusiveCost(node))} of ${formatCount(plan.root.totalCost)}`;
  }
  return `${formatMs(own)}, ${formatShare(Math.min(1, own / whole))} of the time`;
}

interface Props {
  readonly plan: Plan;
  readonly onVisit: (id: string) => void;
}

/** Where to look first; each finding leads to its node. */
export function PlanHeadline({ plan, onVisit }: Props) {
  const findings = listFindings(plan);
  if (findings.length === 0) return null;
  return (
    <ul className="pw-plan-findings">
      {findings.map(({ what, node, figure }) => (
        <li key={what} className="pw-plan-finding">
          <span className="pw-plan-what">{what}</span>
          <button type="button" onClick={() => onVisit(node.id)}>
            {nameInFull(node)}
          </button>
          <span className="pw-plan-value">{figure}</span>
        </li>
      ))}
    </ul>
  );
}
