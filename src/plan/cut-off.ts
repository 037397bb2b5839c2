import { listNodes } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

const oneInput =
  /^(Hash|Sort|Incremental Sort|Limit|Aggregate|Group|Unique|WindowAgg|Materialize|Memoize|LockRows|Gather|Gather Merge|Bitmap Heap Scan|Subquery Scan|ProjectSet)$/;

function inputsOf(node: PlanNode): number {
  if (/^(Nested Loop|Hash Join|Merge Join|Recursive Union)$/.test(node.kind)) return 2;
  return oneInput.test(node.kind) ? 1 : 0;
}

/** The node whose input was lost when the plan was copied; undefined for a whole plan, as far as it shows. */
export function findCutOff(plan: Plan): PlanNode | undefined {
  return listNodes(plan.root).findLast((node) => {
    const inputs = node.children.filter(({ relationship }) => !/^(InitPlan|SubPlan)$/.test(relationship));
    return inputs.length < inputsOf(node);
  });
}
