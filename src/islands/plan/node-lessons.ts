import type { PlanNode } from '../../plan/plan.ts';

/** The lesson that shows a kind of node at work, as `<module>/<lesson>`. Kinds that no lesson names are left out. */
export const NODE_LESSONS: Readonly<Record<string, string>> = {
  'Seq Scan': 'foundations/selectivity',
  'Index Scan': 'indexing/equality',
  'Index Only Scan': 'indexing/covering',
  'Bitmap Heap Scan': 'plans/bitmap-scans',
  'Bitmap Index Scan': 'plans/bitmap-scans',
  BitmapAnd: 'plans/bitmap-scans',
  BitmapOr: 'plans/bitmap-scans',
  'Nested Loop': 'plans/joins',
  'Hash Join': 'plans/joins',
  'Merge Join': 'plans/joins',
  Hash: 'plans/joins',
  Sort: 'plans/sorts',
  'Incremental Sort': 'plans/sorts',
  Aggregate: 'plans/aggregation',
  Group: 'plans/aggregation',
  WindowAgg: 'queries/window-functions',
  'CTE Scan': 'queries/ctes',
  'Recursive Union': 'queries/recursive',
  'WorkTable Scan': 'queries/recursive',
  Limit: 'indexing/order-by-limit',
  Gather: 'plans/parallel',
  Append: 'partitioning/pruning',
};

/** Where the lesson on a node is; undefined where there is none, and in a package for a course system, which has no lessons. */
export function lessonOn(node: PlanNode): string | undefined {
  const lesson = NODE_LESSONS[node.kind];
  const packaged = typeof document !== 'undefined' && document.documentElement.dataset.packageRoot;
  if (lesson === undefined || packaged) return undefined;
  return `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}learn/${lesson}/`;
}
