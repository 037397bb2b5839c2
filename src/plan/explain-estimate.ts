import { formatCount, formatPlural } from './format-figures.ts';
import type { PlanNode } from './plan.ts';

/** The sentence of a node in a plan that was not run: what the planner expects of it. */
export function explainEstimate(node: PlanNode): string {
  const lead = leads[node.kind]?.(node) ?? `Would run ${node.name}`;
  if (node.totalCost === 0 && node.planRows === 0) return `${lead}.`;
  return `${lead}: an estimated ${formatPlural(node.planRows, 'row')}, at a cost of ${formatCount(node.totalCost)}.`;
}

const on = (node: PlanNode) => node.relation ?? node.alias ?? 'its input';
const under = (condition: string | undefined) =>
  condition === undefined ? '' : ` where ${condition.replace(/^\((.*)\)$/, '$1')}`;

const leads: Readonly<Record<string, (node: PlanNode) => string>> = {
  'Seq Scan': (node) => `Would read the whole of ${on(node)}${node.filter ? ' and filter each row' : ''}`,
  'Index Scan': (node) =>
    `Would search ${node.index}${under(node.indexCond)} and fetch each row from ${on(node)}`,
  'Index Only Scan': (node) => `Would answer from ${node.index} alone${under(node.indexCond)}`,
  'Bitmap Heap Scan': (node) => `Would visit the pages of ${on(node)} that the bitmap names`,
  'Bitmap Index Scan': (node) => `Would collect row addresses from ${node.index}${under(node.indexCond)}`,
  'Nested Loop': () => 'Would run the inner side once for each outer row',
  'Hash Join': (node) => `Would look up the outer rows in a hash table${under(node.hashCond)}`,
  'Merge Join': (node) => `Would walk two sorted inputs side by side${under(node.mergeCond)}`,
  Hash: () => 'Would build a hash table',
  Sort: (node) => `Would sort by ${(node.sortKey ?? []).join(', ')}`,
  Aggregate: (node) =>
    node.groupKey ? `Would make groups by ${node.groupKey.join(', ')}` : 'Would reduce its input to one row',
  Limit: () => 'Would stop the plan below early',
  Result: (node) =>
    node.oneTimeFilter === 'false'
      ? 'No row can match, so nothing would be read'
      : 'Would make a row without reading a table',
};
