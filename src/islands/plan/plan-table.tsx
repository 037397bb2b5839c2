import { useState } from 'react';
import { compareEstimates, type Estimate } from '../../plan/estimates.ts';
import { formatCount, formatFactor, formatMs } from '../../plan/format-figures.ts';
import { exclusiveCost, exclusivePages, listNodes, pagesOf } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import { describeTarget, familyOf } from './describe-node.ts';
import './plan.css';
import './plan-table.css';

/** Rows drawn at once. */
const step = 200;

interface Column {
  readonly label: string;
  readonly of: (node: PlanNode, estimate: Estimate | undefined) => number | undefined;
  readonly show: (value: number, estimate: Estimate | undefined) => string;
}

const run = (node: PlanNode) => ((node.actual?.loops ?? 0) > 0 ? node.actual : undefined);

const measured: readonly Column[] = [
  { label: 'Own time', of: (node) => run(node)?.exclusiveMs, show: formatMs },
  { label: 'With below', of: (node) => run(node)?.ms, show: formatMs },
  { label: 'Own pages', of: (node) => run(node) && exclusivePages(node), show: formatCount },
  { label: 'With below', of: (node) => run(node) && pagesOf(node), show: formatCount },
  { label: 'Rows', of: (node) => node.actual?.rows, show: formatCount },
  { label: 'Estimate off', of: (_, estimate) => estimate?.factor, show: describeFactor },
  { label: 'Loops', of: (node) => node.actual?.loops, show: formatCount },
];

const estimated: readonly Column[] = [
  { label: 'Own cost', of: exclusiveCost, show: formatCount },
  { label: 'With below', of: (node) => node.totalCost, show: formatCount },
  { label: 'Estimated rows', of: (node) => node.planRows, show: formatCount },
  { label: 'Bytes a row', of: (node) => node.planWidth, show: formatCount },
];

function describeFactor(factor: number, estimate: Estimate | undefined): string {
  if (estimate === undefined || factor < 1.05) return 'right';
  if (estimate.cutShort && estimate.direction === 'too-high') return 'stopped early';
  return `${formatFactor(factor)}× too ${estimate.direction === 'too-low' ? 'low' : 'high'}`;
}

/** The plan as a table; the heading of a column sorts by it, the first one puts the nodes in plan order again. */
export function PlanTable({ plan }: { readonly plan: Plan }) {
  const [sorted, setSorted] = useState<{ column: number; down: boolean }>();
  const [all, setAll] = useState(false);
  const estimates = compareEstimates(plan);
  const columns = plan.analyzed ? measured : estimated;
  const column = sorted && columns[sorted.column];
  const value = (node: PlanNode) => column?.of(node, estimates.get(node.id)) ?? -1;
  const nodes = [...listNodes(plan.root)];
  if (column) nodes.sort((a, b) => (value(b) - value(a)) * (sorted.down ? 1 : -1));
  const press = (index: number) =>
    setSorted({ column: index, down: sorted?.column === index ? !sorted.down : true });
  const state = (index: number) =>
    sorted?.column === index ? (sorted.down ? 'descending' : 'ascending') : 'none';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="pw-plan-scroll" tabIndex={0} aria-label="Nodes as a table">
      <table className="pw-plan-table">
        <thead>
          <tr>
            <th scope="col" aria-sort={sorted ? 'none' : 'other'}>
              <button type="button" onClick={() => setSorted(undefined)}>
                Node
              </button>
            </th>
            {columns.map(({ label }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns share a label
              <th key={index} scope="col" aria-sort={state(index)} data-number>
                <button type="button" onClick={() => press(index)}>
                  {label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.slice(0, all ? nodes.length : step).map((node) => (
            <tr key={node.id}>
              <th scope="row" style={{ paddingInlineStart: `${sorted ? 0 : depthOf(node) * 0.9}rem` }}>
                <i data-family={familyOf(node)} aria-hidden="true" />
                {node.name} <span>{describeTarget(node)}</span>
              </th>
              {columns.map((each, index) => {
                const figure = each.of(node, estimates.get(node.id));
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns share a label
                  <td key={index}>{figure === undefined ? '' : each.show(figure, estimates.get(node.id))}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {!all && nodes.length > step && (
        <button type="button" className="pw-plan-unfold" onClick={() => setAll(true)}>
          Show {formatCount(nodes.length - step)} more
        </button>
      )}
    </section>
  );
}

function depthOf(node: PlanNode): number {
  return node.id.split('.').length - 1;
}
