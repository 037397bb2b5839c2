import { compareEstimates, type Estimate } from '../../plan/estimates.ts';
import { formatCount, formatFactor, formatMs } from '../../plan/format-figures.ts';
import { exclusiveCost, exclusivePages, listNodes, pagesOf } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import { nameBriefly } from './describe-node.ts';

/** A figure that every node of a plan may have. */
export interface Column {
  readonly label: string;
  readonly of: (node: PlanNode, estimate: Estimate | undefined) => number | undefined;
  readonly show: (value: number, estimate: Estimate | undefined) => string;
}

const run = (node: PlanNode) => ((node.actual?.loops ?? 0) > 0 ? node.actual : undefined);

const measured: readonly Column[] = [
  { label: 'Own time', of: (node) => run(node)?.exclusiveMs, show: formatMs },
  { label: 'Time with below', of: (node) => run(node)?.ms, show: formatMs },
  { label: 'Own pages', of: (node) => run(node) && exclusivePages(node), show: formatCount },
  { label: 'Pages with below', of: (node) => run(node) && pagesOf(node), show: formatCount },
  { label: 'Rows', of: (node) => node.actual?.rows, show: formatCount },
  { label: 'Estimate off', of: (_, estimate) => estimate?.factor, show: describeFactor },
  { label: 'Loops', of: (node) => node.actual?.loops, show: formatCount },
];

const estimated: readonly Column[] = [
  { label: 'Own cost', of: exclusiveCost, show: formatCount },
  { label: 'Cost with below', of: (node) => node.totalCost, show: formatCount },
  { label: 'Estimated rows', of: (node) => node.planRows, show: formatCount },
  { label: 'Bytes a row', of: (node) => node.planWidth, show: formatCount },
];

function describeFactor(factor: number, estimate: Estimate | undefined): string {
  if (estimate === undefined || factor < 1.05) return 'right';
  if (estimate.cutShort && estimate.direction === 'too-high') return 'stopped early';
  return `${formatFactor(factor)}× too ${estimate.direction === 'too-low' ? 'low' : 'high'}`;
}

/** The columns that a plan has: what was measured, or what was estimated where it was not run. */
export function columnsOf(plan: Plan): readonly Column[] {
  return plan.analyzed ? measured : estimated;
}

/** A node's figure as it stands in the table; empty where the node has none. */
export function showCell(column: Column, node: PlanNode, estimate: Estimate | undefined): string {
  const figure = column.of(node, estimate);
  return figure === undefined ? '' : column.show(figure, estimate);
}

/** How deep a node lies below the root. */
export function depthOf(node: PlanNode): number {
  return node.id.split('.').length - 1;
}

/** The table as lines of cells with tabs between, in the plan's order, nodes indented by two spaces a level. */
export function writeTable(plan: Plan): string {
  const columns = columnsOf(plan);
  const estimates = compareEstimates(plan);
  const lines = listNodes(plan.root).map((node) => [
    '  '.repeat(depthOf(node)) + nameBriefly(node),
    ...columns.map((column) => showCell(column, node, estimates.get(node.id))),
  ]);
  return [['Node', ...columns.map(({ label }) => label)], ...lines]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
}
