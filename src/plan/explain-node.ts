import { compareEstimates } from './estimates.ts';
import { explainElsewhere } from './explain-elsewhere.ts';
import { explainEstimate } from './explain-estimate.ts';
import { explainJoin } from './explain-join.ts';
import { explainOther } from './explain-other.ts';
import { explainRows } from './explain-rows.ts';
import { explainScan } from './explain-scan.ts';
import { formatPlural } from './format-figures.ts';
import { isNeverExecuted } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

/** What a sentence needs to know of a node's place. */
export interface NodeContext {
  readonly parent?: PlanNode;
  /** True where a node above took only some of the rows that this one could give. */
  readonly cutShort: boolean;
}

/** One plain sentence for every node of the plan, by node id: what it did, with its own figures. */
export function explainPlan(plan: Plan): ReadonlyMap<string, string> {
  const estimates = compareEstimates(plan);
  const sentences = new Map<string, string>();
  const visit = (node: PlanNode, parent: PlanNode | undefined) => {
    const cutShort = estimates.get(node.id)?.cutShort ?? false;
    sentences.set(node.id, explainNode(node, { cutShort, ...(parent && { parent }) }));
    for (const child of node.children) visit(child, node);
  };
  visit(plan.root, undefined);
  return sentences;
}

/** The sentence of one node. Without ANALYZE it speaks of what the planner expects. */
function explainNode(node: PlanNode, context: NodeContext = { cutShort: false }): string {
  const { actual } = node;
  if (actual === undefined) return explainEstimate(node);
  if (isNeverExecuted(node)) return explainIdle(node, context.parent);
  return (
    explainScan(node, actual, context) ??
    explainJoin(node, actual) ??
    explainRows(node, actual, context) ??
    explainOther(node, actual) ??
    explainElsewhere(node, actual) ??
    `PostgreSQL calls this ${node.kind}; there is no explanation for it here. It gave ${formatPlural(actual.rows, 'row')}.`
  );
}

/** Why a node never ran, as far as its parent tells. */
function explainIdle(node: PlanNode, parent: PlanNode | undefined): string {
  if (parent === undefined) return 'Never ran.';
  if (isNeverExecuted(parent)) return 'Never ran: the node above it did not.';
  if (parent.oneTimeFilter !== undefined) return 'Never ran: the condition above it was false.';
  if (node.relationship === 'InitPlan' || node.relationship === 'SubPlan')
    return 'Never ran: its result was not needed.';
  if (parent.kind === 'Append' || parent.kind === 'Merge Append') {
    const busy = parent.children.some((other) => !isNeverExecuted(other) && mentionsParameter(other));
    return busy || mentionsParameter(node)
      ? 'Never ran: no value that was asked for can be in this partition.'
      : 'Never ran: enough rows had come from the inputs before it.';
  }
  if (node.relationship === 'Inner' || /Join|Loop/.test(parent.kind))
    return 'Never ran: the other side of the join gave no row.';
  return 'Never ran: nothing above asked it for a row.';
}

/** True where the node's condition takes a value that is known only while the query runs. */
function mentionsParameter(node: PlanNode): boolean {
  const conditions = [node.indexCond, node.recheckCond, node.filter].join(' ').replace(/'(?:[^']|'')*'/g, '');
  if (/\$\d|InitPlan/.test(conditions)) return true;
  const tables = [...conditions.matchAll(/("(?:[^"]|"")*"|[a-z_]\w*)\.(?:"|\w+\b(?!\())/g)].map(
    ([, table]) => table,
  );
  return tables.some((table) => table !== node.alias && table !== node.relation);
}
