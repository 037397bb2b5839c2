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
  const readToEnd = new Set<string>();
  const visit = (node: PlanNode, cutShort: boolean, partial: number, parent: PlanNode | undefined) => {
    const stopped = cutShort || isHalted(node);
    const estimate = plan.costed ? compareRows(node, parent, stopped, partial) : undefined;
    if (estimate !== undefined) found.set(node.id, estimate);
    if (node.kind === 'CTE Scan' && !stopped && node.cteName !== undefined) readToEnd.add(node.cteName);
    // What reads a CTE comes before it here: how far it was read is known then.
    const [ctes, others] = [node.children.filter(isCte), node.children.filter((child) => !isCte(child))];
    for (const child of [...others, ...ctes.reverse()]) {
      const isWhole = isCte(child) && readToEnd.has(child.subplanName?.slice(4) ?? '');
      visit(child, !isWhole && stopsEarly(node, child, cutShort), shareBelow(node, partial), node);
    }
  };
  visit(plan.root, false, 1, undefined);
  return found;
}

/** A window that its run condition ended, which the planner does not reckon with, and what hands on its rows. */
function isHalted(node: PlanNode): boolean {
  const [input] = node.children;
  return (
    node.runCondition !== undefined ||
    (node.kind === 'Subquery Scan' && input !== undefined && isHalted(input))
  );
}

const isCte = (node: PlanNode) => node.subplanName?.startsWith('CTE ') ?? false;

/**
 * The node whose estimate is furthest off, at least twofold and over at least ten rows. Errors are handed up from
 * child to parent, so of nearly equal ones the deepest is named: that is where it began.
 */
export function findWorstEstimate(plan: Plan): { node: PlanNode; estimate: Estimate } | undefined {
  const estimates = compareEstimates(plan);
  let worst: { node: PlanNode; estimate: Estimate } | undefined;
  for (const node of listNodes(plan.root)) {
    const estimate = estimates.get(node.id);
    if (estimate === undefined || !isOff(estimate) || node.kind === 'Limit') continue;
    const deeper = worst !== undefined && node.id.startsWith(`${worst.node.id}.`);
    if (worst === undefined || estimate.factor > worst.estimate.factor * (deeper ? 0.9 : 1))
      worst = { node, estimate };
  }
  return worst;
}

/**
 * Where a bad estimate began: below `worst` the deepest node whose count was off in the same direction, always the worse
 * input of a node and as long as it explains most of the error. Undefined where that is the node itself.
 */
export function findOrigin(plan: Plan, worst: PlanNode): { node: PlanNode; estimate: Estimate } | undefined {
  const estimates = compareEstimates(plan);
  const { direction, factor: all = 1 } = estimates.get(worst.id) ?? {};
  const follow = (node: PlanNode): PlanNode => {
    const inputs = node.children.flatMap((child) => {
      const estimate = estimates.get(child.id);
      const isAlike = estimate?.direction === direction && !/^(InitPlan|SubPlan)$/.test(child.relationship);
      return estimate && isAlike && isOff(estimate) && estimate.factor >= Math.sqrt(all)
        ? [{ child, factor: estimate.factor }]
        : [];
    });
    const [next] = inputs.sort((a, b) => b.factor - a.factor);
    return next === undefined ? node : follow(next.child);
  };
  const node = follow(worst);
  const estimate = estimates.get(node.id);
  return node.id === worst.id || estimate === undefined ? undefined : { node, estimate };
}

/** Twofold and over ten rows at least, and not only because the node was stopped. */
function isOff({ factor, expected, actual, cutShort, direction }: Estimate): boolean {
  return factor >= 2 && Math.max(expected, actual) >= 10 && !(cutShort && direction === 'too-high');
}

function compareRows(
  node: PlanNode,
  parent: PlanNode | undefined,
  cutShort: boolean,
  processes: number,
): Estimate | undefined {
  if (node.actual === undefined || node.actual.loops === 0 || isUncounted(node, parent)) return undefined;
  // Before PostgreSQL 14 a write without RETURNING expects the rows that it writes, and gives none.
  if (node.kind === 'ModifyTable' && node.actual.rows === 0) return undefined;
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
  const [inner] = join.children.filter(({ relationship }) => relationship === 'Inner');
  return inner?.actual?.rows === 0 && inner.actual.loops > 0;
}

function stopsAtFirstMatch(join: PlanNode): boolean {
  return join.joinType === 'Semi' || join.joinType === 'Anti' || join.extra['Inner Unique'] === true;
}
