import { listNodes } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

/** How the planner's row count compares with what came. */
export interface Estimate {
  /** Rows of one loop that the planner expected; of all processes together in a parallel plan. */
  readonly expected: number;
  readonly actual: number;
  /** How many times too many or too few, at least 1. Fewer than one row counts as one. */
  readonly factor: number;
  readonly direction: 'too-low' | 'too-high' | 'right';
  /** True where the node was stopped before its end, so that fewer rows than expected say nothing. */
  readonly cutShort: boolean;
}

/** Nodes that take all of their input before they give a row: what is below runs to its end. */
const blocking = new Set(['Sort', 'Hash', 'Bitmap Heap Scan', 'ModifyTable']);

function isBlocking(node: PlanNode): boolean {
  if (node.kind === 'Aggregate') return node.strategy === 'Plain' || node.strategy === 'Hashed';
  return blocking.has(node.kind);
}

/** Nodes whose row count PostgreSQL does not keep, or keeps for another purpose. */
const uncounted = new Set(['BitmapAnd', 'BitmapOr']);

/** The estimate of each node that ran and whose rows can be compared, by node id. */
export function compareEstimates(plan: Plan): ReadonlyMap<string, Estimate> {
  const found = new Map<string, Estimate>();
  const visit = (node: PlanNode, cutShort: boolean, partial: number, parent: PlanNode | undefined) => {
    const stopped = cutShort || node.runCondition !== undefined;
    const estimate = plan.costed ? compareRows(node, parent, stopped, partial) : undefined;
    if (estimate !== undefined) found.set(node.id, estimate);
    for (const child of node.children) {
      visit(child, stopsEarly(node, child, cutShort), shareBelow(node, partial), node);
    }
  };
  visit(plan.root, false, 1, undefined);
  return found;
}

/**
 * The node whose estimate is furthest off, at least twofold and over at least ten rows. Errors are handed up from
 * child to parent, so of nearly equal ones the deepest is named: that is where it began.
 */
export function findWorstEstimate(plan: Plan): { node: PlanNode; estimate: Estimate } | undefined {
  const estimates = compareEstimates(plan);
  let worst: { node: PlanNode; estimate: Estimate } | undefined;
  for (const node of listNodes(plan.root)) {
    const estimate = estimates.get(node.id);
    if (estimate === undefined || estimate.factor < 2 || Math.max(estimate.expected, estimate.actual) < 10)
      continue;
    if (node.kind === 'Limit' || (estimate.cutShort && estimate.direction === 'too-high')) continue;
    const deeper = worst !== undefined && node.id.startsWith(`${worst.node.id}.`);
    if (worst === undefined || estimate.factor > worst.estimate.factor * (deeper ? 0.9 : 1))
      worst = { node, estimate };
  }
  return worst;
}

function compareRows(
  node: PlanNode,
  parent: PlanNode | undefined,
  cutShort: boolean,
  processes: number,
): Estimate | undefined {
  if (node.actual === undefined || node.actual.loops === 0 || isUncounted(node, parent)) return undefined;
  if (hasPartialGroups(node, processes)) return undefined;
  const shared = processes > 1 && isPartial(node);
  // For how many processes a part of a Parallel Append is counted, EXPLAIN does not say.
  if (shared && parent?.kind === 'Append' && parent.parallelAware) return undefined;
  const expected = shared ? node.planRows * processes : node.planRows;
  // A node that all share may have been run by one of them alone.
  const rounds = Math.max(1, Math.round(node.actual.loops / node.actual.processes));
  const actual = shared ? node.actual.rows / rounds : node.actual.rowsPerLoop;
  const [low, high] = [Math.max(1, actual), Math.max(1, expected)].sort((a, b) => a - b) as [number, number];
  const factor = high / low;
  const direction = factor < 1.005 ? 'right' : actual < expected ? 'too-high' : 'too-low';
  return { expected, actual, factor, direction, cutShort };
}

/** Groups that several processes made, each of its own share of the rows: how many one has is no matter of estimates. */
function hasPartialGroups(node: PlanNode, processes: number): boolean {
  if (/^(Aggregate|Group|Unique)$/.test(node.kind)) return processes > 1;
  const passesOn = /^(Gather|Gather Merge|Sort|Incremental Sort)$/.test(node.kind);
  const below = node.children.find(({ relationship }) => relationship === 'Outer');
  return passesOn && below !== undefined && hasPartialGroups(below, node.workersPlanned ?? processes);
}

function isUncounted(node: PlanNode, parent: PlanNode | undefined): boolean {
  if (uncounted.has(node.kind)) return true;
  if (node.kind === 'ModifyTable') return node.planRows === 0;
  if (node.oneTimeFilter !== undefined) return true;
  // Pruning while the query runs is not in the estimate.
  if (node.kind === 'Append' || node.kind === 'Merge Append') {
    return (node.subplansRemoved ?? 0) > 0 || node.children.some((child) => child.actual?.loops === 0);
  }
  // A merge join reads the same inner rows again for equal keys, and each reading is counted.
  if (parent?.kind === 'Merge Join' && node.relationship === 'Inner') return true;
  // A BRIN index gives page ranges; its row count is ten for each page.
  const bitmap = parent?.kind === 'Bitmap Heap Scan' ? parent.actual : undefined;
  return bitmap !== undefined && bitmap.exactHeapBlocks === 0 && (bitmap.lossyHeapBlocks ?? 0) > 0;
}

/** True where each process did a part of the node's rows, so that estimate and count are of one process. */
function isPartial(node: PlanNode): boolean {
  if (node.kind === 'Aggregate') return false;
  return (
    node.parallelAware || node.children.some((child) => child.relationship !== 'InitPlan' && isPartial(child))
  );
}

/** By how much the planner divided the rows below a Gather: the workers, and a leader who helps where they are few. */
function shareBelow(node: PlanNode, above: number): number {
  if (node.workersPlanned === undefined) return above;
  return node.workersPlanned + Math.max(0, 1 - 0.3 * node.workersPlanned);
}

function stopsEarly(node: PlanNode, child: PlanNode, cutShort: boolean): boolean {
  if (child.relationship === 'InitPlan' || child.relationship === 'SubPlan') return true;
  if (node.kind === 'Limit' || node.kind === 'Merge Join' || node.runCondition !== undefined) return true;
  if (child.relationship === 'Outer' && foundEmptyTable(node)) return true;
  if (node.kind === 'Nested Loop' && child.relationship === 'Inner')
    return stopsAtFirstMatch(node) || cutShort;
  return cutShort && !isBlocking(node);
}

/** A hash join takes one outer row before it builds its table; where that stays empty, it may end there. */
export function foundEmptyTable(join: PlanNode): boolean {
  if (join.kind !== 'Hash Join' || /Left|Full|^Anti/.test(join.joinType ?? '')) return false;
  return join.children.some(({ relationship, actual }) => relationship === 'Inner' && actual?.rows === 0);
}

function stopsAtFirstMatch(join: PlanNode): boolean {
  return join.joinType === 'Semi' || join.joinType === 'Anti' || join.extra['Inner Unique'] === true;
}
