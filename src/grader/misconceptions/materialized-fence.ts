import type { Observation } from '../../checks/evidence.ts';
import { formatCount } from '../../plan/format-figures.ts';
import { isNeverExecuted, listAncestors, listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Misconception } from './misconception.ts';
import { failed, worstRun } from './read-query.ts';

/** Nodes that hand on a finished intermediate result. */
const FENCES = new Set(['CTE Scan', 'Subquery Scan', 'Unique', 'WindowAgg']);
/** So many times the rows that are left in the end. */
const WASTE = 10;

function rowsInto(node: PlanNode): number {
  return (node.actual?.rows ?? 0) + (node.actual?.rowsRemovedByFilter ?? 0);
}

function findFence(seen: Observation): { readonly node: PlanNode; readonly made: number } | undefined {
  for (const node of listNodes(seen.plan.root)) {
    if (!FENCES.has(node.kind) || isNeverExecuted(node)) continue;
    const made = rowsInto(node);
    const outside = listAncestors(seen.plan, node.id);
    const left = Math.min(node.actual?.rows ?? 0, ...outside.map(({ actual }) => actual?.rows ?? 0));
    const narrowed =
      (node.actual?.rowsRemovedByFilter ?? 0) > 0 ||
      outside.some(({ kind }) => / Join$|Nested Loop/.test(kind));
    if (narrowed && made >= WASTE * Math.max(1, left)) return { node, made };
  }
  return undefined;
}

export const materializedFence: Misconception = {
  id: 'materialized-fence',
  title: 'The condition stays outside of the subquery',
  recognise: (recognition) => {
    const run = worstRun(recognition.evidence.submission.observations);
    if (!run || !failed(recognition, 'access', 'buffers', 'temp', 'time')) return undefined;
    const found = findFence(run);
    if (!found) return undefined;
    return `The plan works out ${formatCount(found.made)} rows behind its ${found.node.name}, and only then keeps the few that are asked for: ${formatCount(run.pages)} pages. MATERIALIZED, a second use of the same WITH query, OFFSET, DISTINCT ON and window functions are fences: a condition outside is not carried inside. Say inside what you want, or start from the rows that are wanted and look up the rest for each of them.`;
  },
};
