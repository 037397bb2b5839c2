import { joining, rows, scans, writing } from './how-nodes-work.ts';
import type { PlanNode } from './plan.ts';

/** How a kind of node works, whatever plan it is in: three to five sentences. */
export function howItWorks(node: PlanNode): string | undefined {
  if (node.kind === 'Aggregate') return rows[`Aggregate ${node.strategy ?? 'Plain'}`];
  return scans[node.kind] ?? joining[node.kind] ?? rows[node.kind] ?? writing[node.kind];
}
