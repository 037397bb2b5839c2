import { listIndexes } from './access-paths.ts';
import { exclusivePages } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

/** What a part of a plan is and did, without its times: equal of two parts that nothing happened to. */
function printOf(node: PlanNode): string {
  const { name, relation, alias, indexCond, filter, actual } = node;
  const did = actual === undefined ? node.totalCost : [actual.rows, actual.loops, exclusivePages(node)];
  const own = [name, relation, alias, listIndexes(node), indexCond, filter, did];
  return JSON.stringify([own, node.children.map(printOf)]);
}

/**
 * The topmost parts of `plan` that the other one has as well, step by step with the same rows and pages, by the ids of
 * their first nodes. A part is two steps at least; a plan that is the same as a whole has none.
 */
export function findUnchangedParts(plan: Plan, other: Plan): ReadonlySet<string> {
  const there = new Set<string>();
  const note = (node: PlanNode) => {
    there.add(printOf(node));
    node.children.forEach(note);
  };
  note(other.root);
  const found: string[] = [];
  const visit = (node: PlanNode) => {
    if (node.children.length > 0 && there.has(printOf(node))) found.push(node.id);
    else node.children.forEach(visit);
  };
  if (printOf(plan.root) !== printOf(other.root)) visit(plan.root);
  return new Set(found);
}
