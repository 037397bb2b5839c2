import { Fragment } from 'react';
import { formatTimeOf } from '../../plan/clock.ts';
import { type Estimate, findOrigin, findWorstEstimate } from '../../plan/estimates.ts';
import { formatCount, formatFactor, formatPlural, formatShare } from '../../plan/format-figures.ts';
import {
  exclusiveCost,
  exclusivePages,
  findCostliest,
  findLargestRead,
  totalsOf,
} from '../../plan/metrics.ts';
import { findOverhead, type Overhead } from '../../plan/overhead.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import { givesRows, nameBriefly } from './describe-node.ts';

/** `execution 54 ms · 1,623 pages · 7 rows`, as far as it was measured. */
export function describeTotals(plan: Plan): string {
  const { ms, pages, rows, cost, planningMs, tempPages } = totalsOf(plan);
  const parts = [
    ms !== undefined && `execution ${formatTimeOf(plan, ms)}`,
    pages !== undefined && formatPlural(pages, 'page'),
    (tempPages ?? 0) > 0 && `${formatPlural(tempPages ?? 0, 'page')} of temporary files`,
    rows !== undefined && givesRows(plan.root) && formatPlural(rows, 'row'),
    !plan.analyzed && plan.costed && `estimated cost ${formatCount(cost)}, not run`,
    planningMs !== undefined && `planning ${formatTimeOf(plan, planningMs)}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The same for the page, where a line breaks only between two figures. */
export function PlanTotals({ plan }: { readonly plan: Plan }) {
  const parts = describeTotals(plan).split(/(?<=·) /);
  return parts.map((part, at) => (
    <Fragment key={part}>
      {at > 0 && ' '}
      <span className="pw-plan-total">{part}</span>
    </Fragment>
  ));
}

export interface Finding {
  readonly what: string;
  /** Absent for what is no node: a trigger. */
  readonly node?: PlanNode;
  readonly name: string;
  readonly figures: readonly string[];
}

/**
 * The costliest node, the worst estimate and the largest read, as far as the plan has them; one entry for each node.
 * In a plan of one node only an estimate that is off is news.
 */
function listFindings(plan: Plan): readonly Finding[] {
  const single = plan.root.children.length === 0;
  const costliest = single ? undefined : findCostliest(plan);
  const worst = findWorstEstimate(plan);
  const reader = single ? undefined : findLargestRead(plan);
  const found: readonly (Omit<Required<Finding>, 'name'> | undefined)[] = [
    costliest && { what: 'Costliest', node: costliest, figures: [describeCost(plan, costliest)] },
    worst && { what: 'Worst estimate', node: worst.node, figures: describeWorst(plan, worst) },
    reader && { what: 'Largest read', node: reader, figures: [describeRead(plan, reader)] },
  ];
  const merged = new Map<string, Finding>();
  for (const finding of found) {
    if (finding === undefined) continue;
    const { node, what, figures } = finding;
    const first = merged.get(node.id);
    const joined = first && `${first.what}, ${what.toLowerCase()}`;
    const name = nameBriefly(node);
    merged.set(node.id, {
      node,
      name,
      what: joined ?? what,
      figures: [...(first?.figures ?? []), ...figures],
    });
  }
  const most = costliest?.actual?.exclusiveMs ?? 0;
  const overhead = findOverhead(plan, costliest);
  const after = overhead.filter(({ apart }) => apart !== undefined && apart < most);
  const before = overhead.filter((each) => !after.includes(each));
  return [...before.map(nameOverhead), ...merged.values(), ...after.map(nameOverhead)];
}

function nameOverhead({ what, on, figure }: Overhead): Finding {
  return typeof on === 'string'
    ? { what, name: on, figures: [figure] }
    : { what, node: on, name: nameBriefly(on), figures: [figure] };
}

function describeWorst(plan: Plan, worst: { node: PlanNode; estimate: Estimate }): readonly string[] {
  const { expected, actual, factor, direction } = worst.estimate;
  const way = direction === 'too-low' ? 'low' : 'high';
  const origin = findOrigin(plan, worst.node);
  const off = `expected ${formatCount(Math.round(expected))}, got ${formatCount(actual)}: ${formatFactor(factor)} times too ${way}`;
  return origin === undefined
    ? [off]
    : [off, `it began at ${nameBriefly(origin.node)}, ${formatFactor(origin.estimate.factor)} times`];
}

function describeRead(plan: Plan, node: PlanNode): string {
  return `${formatCount(exclusivePages(node) ?? 0)} of ${formatPlural(totalsOf(plan).pages ?? 0, 'page')}`;
}

function describeCost(plan: Plan, node: PlanNode): string {
  const [own, whole] = [node.actual?.exclusiveMs, totalsOf(plan).ms];
  if (own === undefined || whole === undefined) {
    const cost = exclusiveCost(node);
    if (cost > plan.root.totalCost)
      return `estimated cost ${formatCount(cost)} to its end, of which the plan takes ${formatCount(plan.root.totalCost)} at most`;
    return `estimated cost ${formatCount(cost)} of ${formatCount(plan.root.totalCost)}`;
  }
  return `${formatTimeOf(plan, own)}, ${formatShare(Math.min(1, own / whole))} of the time`;
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
      {findings.map(({ what, node, name, figures }) => (
        <li key={what} className="pw-plan-finding">
          <span className="pw-plan-what">{what}</span>
          {node === undefined ? (
            <strong>{name}</strong>
          ) : (
            <button type="button" onClick={() => onVisit(node.id)}>
              {name}
            </button>
          )}
          {figures.map((figure) => (
            <span key={figure} className="pw-plan-value">
              {figure}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
