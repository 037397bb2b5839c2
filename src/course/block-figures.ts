import { z } from 'zod';
import { present } from '../plan/fields.ts';
import { listNodes, pagesOf, totalsOf } from '../plan/metrics.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { Measured } from './judge-claim.ts';
import type { FigureAsked } from './lesson-source.ts';

const shared = {
  /** Pages hit and read; of a node, with its children. */
  pages: z.number().optional(),
  /** Rows that the statement returned or changed; of a node, those it handed up in all its loops. */
  rows: z.number().optional(),
  ms: z.number().optional(),
  /** Estimated rows; of a node, in one of its loops. */
  estimate: z.number().optional(),
  cost: z.number().optional(),
  'heap-fetches': z.number().optional(),
  'index-searches': z.number().optional(),
  /** Rows that a filter or a join filter threw away, over all loops. */
  'rows-removed': z.number().optional(),
  /** Rows that SQLite put into indexes for the run alone. */
  'automatic-index-rows': z.number().optional(),
};

const nodeFiguresSchema = z.strictObject({
  ...shared,
  node: z.string(),
  on: z.string().optional(),
  alias: z.string().optional(),
  using: z.string().optional(),
  loops: z.number().optional(),
});

/** What was measured for one block when the lesson was checked: `.cache/lesson-figures/<module>/<lesson>.json`. */
const blockFiguresSchema = z.strictObject({
  ...shared,
  /** The kind of the top node. */
  node: z.string().optional(),
  /** The first cell of the first row, as text. */
  cell: z.string().nullable().optional(),
  /** Every node of the plan, in the order EXPLAIN prints them. */
  nodes: z.array(nodeFiguresSchema).default([]),
});

export type BlockFigures = z.infer<typeof blockFiguresSchema>;
export type NodeFigures = z.infer<typeof nodeFiguresSchema>;
export const lessonFiguresSchema = z.record(z.string(), blockFiguresSchema);

/** What a `Figure` can show. `cell` is of a whole block only, `loops` of a node only. */
export const figureKinds = [
  'pages',
  'rows',
  'node',
  'ms',
  'estimate',
  'cost',
  'cell',
  'heap-fetches',
  'index-searches',
  'rows-removed',
  'loops',
  'automatic-index-rows',
] as const;

export type FigureKind = (typeof figureKinds)[number];

/** What is counted at a node; over a whole plan it is summed. */
export const counts = {
  'heap-fetches': ({ actual }: PlanNode) => actual?.heapFetches,
  'index-searches': ({ actual }: PlanNode) => actual?.indexSearches,
  'rows-removed': ({ actual }: PlanNode) =>
    actual?.rowsRemovedByFilter === undefined && actual?.rowsRemovedByJoinFilter === undefined
      ? undefined
      : Math.round((actual.rowsRemovedByFilter ?? 0) + (actual.rowsRemovedByJoinFilter ?? 0)),
} as const;

type Count = keyof typeof counts;

const isCount = (kind: string): kind is Count => kind in counts;

/** The sum over the nodes that count such a thing; undefined where none does. */
export function sumOf(plan: Plan, kind: Count): number | undefined {
  const found = listNodes(plan.root).flatMap((node) => counts[kind](node) ?? []);
  return found.length === 0 ? undefined : found.reduce((sum, value) => sum + value, 0);
}

function measureCounts(of: (kind: Count) => number | undefined) {
  return Object.fromEntries(
    Object.keys(counts)
      .filter(isCount)
      .flatMap((kind) => {
        const value = of(kind);
        return value === undefined ? [] : [[kind, value]];
      }),
  );
}

function measureNode(node: PlanNode): NodeFigures {
  return {
    ...present<NodeFigures>({
      node: node.kind,
      on: node.relation,
      alias: node.alias,
      using: node.index,
      pages: pagesOf(node),
      rows: node.actual?.rows,
      ms: node.actual?.ms,
      estimate: node.planRows,
      cost: node.totalCost,
      loops: node.actual?.loops,
    }),
    ...measureCounts((kind) => counts[kind](node)),
  };
}

/** The figures of a block's run, for the prose. */
export function measureFigures(measured: Measured): BlockFigures {
  const { plan, rows, ms, cell, work } = measured;
  const totals = plan && totalsOf(plan);
  return {
    ...present<Omit<BlockFigures, 'nodes'>>({
      rows,
      ms,
      cell,
      pages: totals?.pages ?? work?.pages,
      'automatic-index-rows': work?.automaticIndexRows,
      cost: totals?.cost,
      node: plan?.root.kind,
      estimate: plan?.root.planRows,
    }),
    ...(plan && measureCounts((kind) => sumOf(plan, kind))),
    nodes: plan ? listNodes(plan.root).map(measureNode) : [],
  };
}

function isAsked(node: NodeFigures, { at, on, using }: FigureAsked): boolean {
  return (
    (at === undefined || node.node === at) &&
    (on === undefined || node.on === on || node.alias === on) &&
    (using === undefined || node.using === using)
  );
}

/** A figure's value, or undefined where it was not measured; a node is the first one that fits. */
export function findFigure(
  figures: BlockFigures | undefined,
  asked: FigureAsked,
): string | number | null | undefined {
  const kind = figureKinds.find((known) => known === asked.show);
  if (figures === undefined || kind === undefined) return undefined;
  if (asked.at === undefined && asked.on === undefined && asked.using === undefined)
    return kind === 'loops' ? undefined : figures[kind];
  const node = figures.nodes.find((found) => isAsked(found, asked));
  return kind === 'cell' ? undefined : node?.[kind];
}
