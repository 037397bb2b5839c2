import { useState } from 'react';
import { compareEstimates, type Estimate } from '../../plan/estimates.ts';
import { formatCount } from '../../plan/format-figures.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import { describeTarget, familyOf } from './describe-node.ts';
import './plan.css';
import { type Column, columnsOf, depthOf, showCell } from './plan-columns.ts';
import './plan-table.css';

/** Rows drawn at once. */
const step = 200;

interface Order {
  readonly label: string;
  readonly down: boolean;
}

/** Nodes by a column’s figures, those without one last when it goes down; in plan order without a column. */
function sortNodes(
  plan: Plan,
  column: Column | undefined,
  down: boolean,
  estimates: ReadonlyMap<string, Estimate>,
): readonly PlanNode[] {
  const nodes = [...listNodes(plan.root)];
  if (column === undefined) return nodes;
  const value = (node: PlanNode) => column.of(node, estimates.get(node.id)) ?? -1;
  return nodes.sort((a, b) => (value(b) - value(a)) * (down ? 1 : -1));
}

interface HeadProps {
  readonly columns: readonly Column[];
  readonly order: Order | undefined;
  readonly onOrder: (order: Order | undefined) => void;
}

/** A button for each column: it sorts by it, and again the other way round. The first one gives the plan's order. */
function Head({ columns, order, onOrder }: HeadProps) {
  const state = (label: string) =>
    order?.label === label ? (order.down ? 'descending' : 'ascending') : 'none';
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={order ? 'none' : 'other'}>
          <button type="button" onClick={() => onOrder(undefined)}>
            Node
          </button>
        </th>
        {columns.map(({ label }) => (
          <th key={label} scope="col" aria-sort={state(label)} data-number>
            <button
              type="button"
              onClick={() => onOrder({ label, down: order?.label === label ? !order.down : true })}
            >
              {label}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The plan as a table; the heading of a column sorts by it, the first one puts the nodes in plan order again. */
export function PlanTable({ plan }: { readonly plan: Plan }) {
  const [order, setOrder] = useState<Order>();
  const [all, setAll] = useState(false);
  const estimates = compareEstimates(plan);
  const columns = columnsOf(plan);
  const column = columns.find(({ label }) => label === order?.label);
  const nodes = sortNodes(plan, column, order?.down ?? true, estimates);
  const indent = (node: PlanNode) => `${1 + (order ? 0 : depthOf(node) * 0.9)}rem`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="pw-plan-scroll" tabIndex={0} aria-label="Nodes as a table">
      <table className="pw-plan-table">
        <Head columns={columns} order={order} onOrder={setOrder} />
        <tbody>
          {nodes.slice(0, all ? nodes.length : step).map((node) => (
            <tr key={node.id}>
              <th scope="row" style={{ paddingInlineStart: indent(node) }}>
                <i data-family={familyOf(node)} aria-hidden="true" />
                {node.name} <span>{describeTarget(node)}</span>
              </th>
              {columns.map((each) => (
                <td key={each.label}>{showCell(each, node, estimates.get(node.id))}</td>
              ))}
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
