import type { Buffers, NodeActual, PlanNode } from './plan.ts';

/**
 * Adds to every node what it cost without the nodes below it. A child's figures are part of its parent's, with one
 * exception: an InitPlan or CTE runs when the first node pulls its result, so it is a part of that node, wherever
 * EXPLAIN hangs it. What it took after that (its workers are let go last) is a part of the node that it hangs from.
 * Figures never go below zero.
 */
export function withExclusive(root: PlanNode): PlanNode {
  const own = new Map<string, Cost>();
  const nodes = walk(root);
  for (const node of nodes) {
    const inside = node.children.filter((child) => child.relationship !== 'InitPlan');
    own.set(
      node.id,
      inside.reduce((left, child) => minus(left, costOf(child)), costOf(node)),
    );
  }
  for (const node of nodes) {
    for (const child of node.children) {
      if (child.relationship !== 'InitPlan') continue;
      const left = charge(own, pullers(node, child), costOf(child));
      charge(own, [node], left);
    }
  }
  return rebuild(root, own);
}

interface Cost {
  readonly ms: number | undefined;
  readonly buffers: Buffers | undefined;
}

function costOf(node: PlanNode): Cost {
  return { ms: wholeMs(node), buffers: node.actual?.buffers };
}

/**
 * A Gather may count the end of its workers, which the nodes above it have not seen: then they took as long as it did.
 * Told of single runs only, since averages of many are rounded.
 */
function wholeMs(node: PlanNode): number | undefined {
  const { ms, loops } = node.actual ?? {};
  if (ms === undefined || loops !== 1) return ms;
  const below = node.children.filter(({ relationship }) => relationship !== 'InitPlan');
  const last = below.filter((child) => child.actual?.loops === 1).map((child) => wholeMs(child) ?? 0);
  return Math.max(ms, ...last);
}

function minus(a: Cost, b: Cost): Cost {
  return {
    ms: a.ms === undefined ? undefined : Math.max(0, toNanosecond(a.ms - (b.ms ?? 0))),
    buffers: a.buffers && b.buffers ? subtract(a.buffers, b.buffers) : a.buffers,
  };
}

/** EXPLAIN prints microseconds: what is left of them below is the arithmetic's, and no time. */
function toNanosecond(ms: number): number {
  return Math.round(ms * 1e6) / 1e6;
}

function subtract(a: Buffers, b: Buffers): Buffers {
  const less = (key: keyof Buffers) => Math.max(0, a[key] - b[key]);
  return {
    hit: less('hit'),
    read: less('read'),
    dirtied: less('dirtied'),
    written: less('written'),
    tempRead: less('tempRead'),
    tempWritten: less('tempWritten'),
  };
}

function least(a: Cost, b: Cost): Cost {
  const ms = a.ms === undefined || b.ms === undefined ? undefined : Math.min(a.ms, b.ms);
  return { ms, buffers: a.buffers && b.buffers && subtract(a.buffers, subtract(a.buffers, b.buffers)) };
}

const size = (cost: Cost) => cost.ms ?? total(cost.buffers);
const total = (b: Buffers | undefined) => (b ? b.hit + b.read + b.tempRead + b.tempWritten : 0);

/**
 * Takes the cost of a sub-plan off the nodes that ran it: the first that can have, then others that each had a part.
 * Gives what is left of it then.
 */
function charge(own: Map<string, Cost>, candidates: readonly PlanNode[], cost: Cost): Cost {
  const room = (node: PlanNode) => size(own.get(node.id) ?? { ms: 0, buffers: undefined });
  const first = candidates.find((node) => room(node) >= size(cost) * 0.95);
  const others = [...candidates].sort((a, b) => room(b) - room(a));
  let left = cost;
  for (const node of new Set(first ? [first, ...others] : others)) {
    const had = own.get(node.id);
    if (had === undefined) continue;
    own.set(node.id, minus(had, left));
    left = minus(left, least(had, left));
  }
  return left;
}

/** The nodes that ask for the result of `subplan`, which hangs below `holder`; the innermost first. */
function pullers(holder: PlanNode, subplan: PlanNode): readonly PlanNode[] {
  const name = subplan.subplanName ?? '';
  const within = walk(holder)
    .filter((node) => node.id !== subplan.id && !node.id.startsWith(`${subplan.id}.`))
    .reverse();
  if (name.startsWith('CTE ')) {
    return within.filter((node) => node.kind === 'CTE Scan' && node.cteName === name.slice(4));
  }
  const mention = mentionOf(name);
  const found = within.filter((node) => mentions(node, mention));
  const askers = new Set(found.flatMap((node) => askersFor(node, within)));
  return askers.size > 0 ? within.filter((node) => askers.has(node)) : [holder];
}

/**
 * Who asks for a value that `node` has a use for: the node, or an Append above it, which rules out partitions by it.
 * Where workers need it, the outermost Gather alone: it has to know it before they start.
 */
function askersFor(node: PlanNode, within: readonly PlanNode[]): readonly PlanNode[] {
  const above = within.filter(({ id }) => node.id.startsWith(`${id}.`));
  const gather = above.findLast(({ workersPlanned }) => workersPlanned !== undefined);
  return gather === undefined ? [node, ...above.filter(({ kind }) => /Append$/.test(kind))] : [gather];
}

/** PostgreSQL 17 and later write `(InitPlan 1).col1`; earlier ones `$0`, and name the node `InitPlan 1 (returns $0)`. */
function mentionOf(name: string): RegExp {
  const parameter = /\(returns (\$\d+)/.exec(name)?.[1];
  const text = parameter ?? `(${name}).col`;
  return new RegExp(text.replace(/[$().]/g, '\\$&') + (parameter ? '(?!\\d)' : ''));
}

function mentions(node: PlanNode, pattern: RegExp): boolean {
  const { children, ...rest } = node;
  return pattern.test(JSON.stringify(rest));
}

function walk(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(walk)];
}

function rebuild(node: PlanNode, own: ReadonlyMap<string, Cost>): PlanNode {
  const children = node.children.map((child) => rebuild(child, own));
  if (node.actual === undefined) return { ...node, children };
  const cost = own.get(node.id);
  const actual: NodeActual = {
    ...node.actual,
    ...(cost?.ms === undefined ? {} : { exclusiveMs: cost.ms }),
    ...(cost?.buffers === undefined ? {} : { exclusiveBuffers: cost.buffers }),
  };
  return { ...node, actual, children };
}
