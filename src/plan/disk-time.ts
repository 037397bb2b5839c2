import { readNumber } from './fields.ts';
import { listNodes } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

/** EXPLAIN's keys: PostgreSQL before 17 does not part shared from local buffers. */
const keys = ['', 'Shared ', 'Local ', 'Temp '].flatMap((place) => [
  `${place}I/O Read Time`,
  `${place}I/O Write Time`,
]);

function diskMs(node: PlanNode): number {
  return keys.reduce((sum, key) => sum + (readNumber(node.extra, key) ?? 0), 0);
}

function ownDiskMs(node: PlanNode): number {
  return node.children.reduce((left, child) => left - diskMs(child), diskMs(node));
}

/** What reading and writing files took: in all, and the node that took most of it. */
export interface DiskTime {
  /** ms of all processes together, children included. */
  readonly ms: number;
  readonly node: PlanNode;
  /** ms of that node alone. */
  readonly ownMs: number;
}

/** Undefined where track_io_timing was off, or nothing was read. */
export function findDiskTime(plan: Plan): DiskTime | undefined {
  const ms = diskMs(plan.root);
  if (ms === 0) return undefined;
  const node = listNodes(plan.root).reduce((most, each) => (ownDiskMs(each) > ownDiskMs(most) ? each : most));
  return { ms, node, ownMs: ownDiskMs(node) };
}
