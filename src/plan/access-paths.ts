import { isNeverExecuted, listNodes } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

/** How the rows of a table are reached. */
export type Access = 'seq' | 'index' | 'index-only' | 'bitmap' | 'tid' | 'sample' | 'other';

/** One way in which a plan reads a table, or one of its partitions. */
export interface AccessPath {
  readonly via: Access;
  /** The scan of the table itself (for a bitmap: the heap scan). */
  readonly node: PlanNode;
  /** Every index that names the rows, in plan order; several under a BitmapAnd or BitmapOr. */
  readonly indexes: readonly string[];
  /** The partition, where it is not the table itself that is read. */
  readonly partition?: string;
  readonly executed: boolean;
}

const accesses: Readonly<Record<string, Access>> = {
  'Seq Scan': 'seq',
  'Index Scan': 'index',
  'Index Only Scan': 'index-only',
  'Bitmap Heap Scan': 'bitmap',
  'Tid Scan': 'tid',
  'Tid Range Scan': 'tid',
  'Sample Scan': 'sample',
};

/** How a scan node gets at its table; undefined for a node that reads no table. */
export function accessOf(node: PlanNode): Access | undefined {
  if (node.relation === undefined || node.kind === 'ModifyTable') return undefined;
  return accesses[node.kind] ?? 'other';
}

/**
 * Every way the plan reads `table` (a name, or `schema.name` where the plan is VERBOSE), anywhere in it, sub-plans
 * included. EXPLAIN names a partition's own table only: those are found by name where `partitions` lists them, else by the
 * alias that PostgreSQL gives them (`orders_1`).
 */
export function findAccessPaths(
  plan: Plan,
  table: string,
  partitions?: readonly string[],
): readonly AccessPath[] {
  return listNodes(plan.root).flatMap((node) => {
    const via = accessOf(node);
    if (via === undefined) return [];
    const whole = isNamed(node, table);
    if (!whole && !isPartition(node, table, partitions)) return [];
    const path: AccessPath = { via, node, indexes: listIndexes(node), executed: !isNeverExecuted(node) };
    return [whole || node.relation === undefined ? path : { ...path, partition: node.relation }];
  });
}

function isNamed(node: PlanNode, table: string): boolean {
  return node.relation === table || `${node.schema ?? 'public'}.${node.relation}` === table;
}

function isPartition(node: PlanNode, table: string, partitions: readonly string[] | undefined): boolean {
  if (partitions) return partitions.some((partition) => isNamed(node, partition));
  const name = table.slice(table.lastIndexOf('.') + 1);
  // A table that is no partition has its own name for an alias, be that `orders_2024`.
  return node.alias !== node.relation && node.alias?.replace(/_\d+$/, '') === name;
}

/** The index of a scan, or those below a Bitmap Heap Scan. */
export function listIndexes(scan: PlanNode): readonly string[] {
  if (scan.index !== undefined) return [scan.index];
  if (scan.kind !== 'Bitmap Heap Scan') return [];
  return listNodes(scan).flatMap((node) => (node.kind === 'Bitmap Index Scan' ? (node.index ?? []) : []));
}
