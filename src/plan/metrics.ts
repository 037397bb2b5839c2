import type { Plan, PlanNode } from './plan.ts';

/** Every node, parents before children, in the order EXPLAIN prints them. */
export function listNodes(root: PlanNode): readonly PlanNode[] {
  return [root, ...root.children.flatMap(listNodes)];
}

/** The node with this id; undefined where the plan has none. */
export function findNode(plan: Plan, id: string): PlanNode | undefined {
  return listNodes(plan.root).find((node) => node.id === id);
}

/** The nodes from the root down to the parent of `id`; empty for the root and for an unknown id. */
export function listAncestors(plan: Plan, id: string): readonly PlanNode[] {
  return listNodes(plan.root).filter((node) => id.startsWith(`${node.id}.`));
}

/** True where the plan was run and this node was not. */
export function isNeverExecuted(node: PlanNode): boolean {
  return node.actual?.loops === 0;
}

/** How many processes ran a node each for itself, with no share of the work; 1 where they shared it or there is one. */
export function runsApart(node: PlanNode): number {
  const { loops = 0, processes = 1 } = node.actual ?? {};
  return !node.parallelAware && processes > 1 && loops > 1 && loops <= processes ? loops : 1;
}

/** Pages found in memory or read, children included; undefined without BUFFERS. */
export function pagesOf(node: PlanNode): number | undefined {
  const buffers = node.actual?.buffers;
  return buffers && buffers.hit + buffers.read;
}

/** Pages of the node alone. */
export function exclusivePages(node: PlanNode): number | undefined {
  const buffers = node.actual?.exclusiveBuffers;
  return buffers && buffers.hit + buffers.read;
}

/** Planner cost of the node alone: an estimate, never negative. */
export function exclusiveCost(node: PlanNode): number {
  return Math.max(
    0,
    node.children.reduce((left, child) => left - child.totalCost, node.totalCost),
  );
}

/** What a plan came to as a whole; what was not measured is absent. */
export interface PlanTotals {
  /** Pages hit and read by the execution (planning and triggers excluded): cache-independent. */
  readonly pages?: number;
  /** 8 kB pages written to and read from temporary files. */
  readonly tempPages?: number;
  /** Execution time; the root's time where EXPLAIN left it out. */
  readonly ms?: number;
  readonly planningMs?: number;
  /** Rows the statement returned. */
  readonly rows?: number;
  readonly cost: number;
}

/** The figures of the whole plan, as far as it has them. */
export function totalsOf(plan: Plan): PlanTotals {
  const nodes = listNodes(plan.root);
  const withBuffers = nodes.filter((node) => node.actual?.exclusiveBuffers !== undefined);
  const sum = (of: (node: PlanNode) => number) => nodes.reduce((left, node) => left + of(node), 0);
  const ms = plan.executionMs ?? plan.root.actual?.ms;
  const temp = (node: PlanNode) =>
    (node.actual?.exclusiveBuffers?.tempRead ?? 0) + (node.actual?.exclusiveBuffers?.tempWritten ?? 0);
  return {
    cost: plan.root.totalCost,
    ...(withBuffers.length > 0 && { pages: sum((node) => exclusivePages(node) ?? 0), tempPages: sum(temp) }),
    ...(ms !== undefined && { ms }),
    ...(plan.planningMs !== undefined && { planningMs: plan.planningMs }),
    ...(plan.root.actual !== undefined && { rows: plan.root.actual.rows }),
  };
}

/** ms: of a plan that took less, no node's share says more than the steps of a browser's clock do. */
export const TELLING_MS = 1;

/** The node that took the most time itself, where times can tell; by cost where there are none. */
export function findCostliest(plan: Plan): PlanNode | undefined {
  const { ms } = totalsOf(plan);
  if (ms !== undefined && ms < TELLING_MS) return undefined;
  const timed = plan.root.actual?.ms !== undefined;
  return largest(plan, timed ? (node) => node.actual?.exclusiveMs : exclusiveCost);
}

/** The node that read the most pages itself; undefined where no node read any. */
export function findLargestRead(plan: Plan): PlanNode | undefined {
  return largest(plan, exclusivePages);
}

function largest(plan: Plan, measure: (node: PlanNode) => number | undefined): PlanNode | undefined {
  let best: PlanNode | undefined;
  for (const node of listNodes(plan.root)) {
    const value = measure(node) ?? 0;
    if (value > 0 && value > (best === undefined ? 0 : (measure(best) ?? 0))) best = node;
  }
  return best;
}
