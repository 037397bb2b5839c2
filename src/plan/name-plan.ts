import { type Access, accessOf, listIndexes } from './access-paths.ts';
import { listNodes } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

/** A plan by what distinguishes it from the other plans of the same query. */
export interface PlanName {
  /** `Sort, Bitmap Heap Scan through by_customer`: steps that can be done in another way, from the top. */
  readonly label: string;
  /** How it reads the table that is asked about, or its first one. */
  readonly via: Access | undefined;
}

/** Steps that every plan has where it has them, or that only go with another step. */
const PLAIN = new Set([
  'Limit',
  'Hash',
  'Result',
  'Bitmap Index Scan',
  'BitmapAnd',
  'BitmapOr',
  'Append',
  'Gather',
]);

function nameScan(node: PlanNode, alone: boolean): string {
  const indexes = listIndexes(node);
  const on = alone ? '' : ` on ${node.alias ?? node.relation}`;
  return `${node.name}${on}${indexes.length > 0 ? ` through ${indexes.join(' and ')}` : ''}`;
}

/** Names a plan so that plans of one query that do the same in the same way have the same name. */
export function namePlan(plan: Plan, table?: string): PlanName {
  const nodes = listNodes(plan.root);
  const scans = nodes.filter((node) => accessOf(node) !== undefined);
  const asked = scans.find(({ relation }) => relation === table) ?? scans[0];
  const steps = nodes
    .filter(({ kind }) => !PLAIN.has(kind))
    .map((node) => (accessOf(node) === undefined ? node.name : nameScan(node, scans.length === 1)));
  return { label: steps.join(', ') || plan.root.name, via: asked && accessOf(asked) };
}
