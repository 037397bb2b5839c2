import { formatCount, formatPlural } from './format-figures.ts';
import { listBriefly, shorten } from './list-briefly.ts';
import type { PlanNode } from './plan.ts';

/** The sentence of a node in a plan that was not run: what the planner expects of it. */
export function explainEstimate(node: PlanNode): string {
  const lead = leads[node.kind]?.(node) ?? `Would run ${node.name}`;
  if (node.totalCost === 0 && node.planRows === 0) return `${lead}.`;
  const cost = `at a cost of ${formatCount(node.totalCost)}`;
  // Of these nodes EXPLAIN always says 0 rows, or those that a write without RETURNING does not give.
  if (/^(ModifyTable|BitmapAnd|BitmapOr)$/.test(node.kind)) return `${lead}, ${cost}.`;
  const each = node.parallelAware ? ' in each process' : '';
  return `${lead}: an estimated ${formatPlural(node.planRows, 'row')}${each}, ${cost}.`;
}

const on = (node: PlanNode) => node.relation ?? node.alias ?? 'its input';
const under = (condition: string | undefined) =>
  condition === undefined ? '' : ` where ${shorten(condition.replace(/^\((.*)\)$/, '$1'), 90)}`;

const leads: Readonly<Record<string, (node: PlanNode) => string>> = {
  'Seq Scan': (node) =>
    `Would read the whole of ${on(node)}${node.filter ? ' and filter each row' : ''}${node.parallelAware ? ', shared by several processes' : ''}`,
  'Index Scan': (node) =>
    node.indexCond === undefined
      ? `Would follow ${node.index} for its order and fetch each row from ${on(node)}`
      : `Would search ${node.index}${under(node.indexCond)} and fetch each row from ${on(node)}`,
  'Index Only Scan': (node) => `Would answer from ${node.index} alone${under(node.indexCond)}`,
  'Bitmap Heap Scan': (node) => `Would visit the pages of ${on(node)} that the bitmap names`,
  'Bitmap Index Scan': (node) => `Would collect row addresses from ${node.index}${under(node.indexCond)}`,
  'Nested Loop': () => 'Would run the inner side once for each outer row',
  'Hash Join': (node) => `Would look up the outer rows in a hash table${under(node.hashCond)}`,
  'Merge Join': (node) => `Would walk two sorted inputs side by side${under(node.mergeCond)}`,
  Hash: () => 'Would build a hash table',
  Sort: (node) => `Would sort by ${listBriefly(node.sortKey ?? [])}`,
  Aggregate: (node) =>
    node.groupKey
      ? `Would make groups by ${listBriefly(node.groupKey)}`
      : 'Would reduce its input to one row',
  ModifyTable: (node) => `Would ${(node.operation ?? 'change').toLowerCase()} rows of ${on(node)}`,
  BitmapAnd: () => 'Would keep only the places that all bitmaps below name',
  BitmapOr: () => 'Would join the bitmaps below into one',
  Gather: (node) =>
    `Would collect the rows of ${formatPlural(node.workersPlanned ?? 0, 'worker')} and the leader`,
  'Gather Merge': (node) =>
    `Would merge, in order, the rows of ${formatPlural(node.workersPlanned ?? 0, 'worker')} and the leader`,
  Append: () => 'Would put together the rows of its inputs, one after the other',
  'Merge Append': () => 'Would merge, in order, the rows of its inputs',
  Materialize: () => 'Would keep the rows below so that they can be read again',
  Memoize: (node) => `Would remember lookups by ${node.cacheKey ?? 'their key'}`,
  'CTE Scan': (node) => `Would read the stored result of ${node.cteName}`,
  'Incremental Sort': (node) =>
    `Would sort small groups that are alike in ${listBriefly(node.presortedKey ?? [])} by ${listBriefly(node.sortKey ?? [])}`,
  Limit: () => 'Would stop the plan below early',
  Result: (node) =>
    node.oneTimeFilter === 'false'
      ? 'No row can match, so nothing would be read'
      : 'Would make a row without reading a table',
};
