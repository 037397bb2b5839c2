import { findAccessPaths } from '../../plan/access-paths.ts';
import { pagesOf } from '../../plan/metrics.ts';
import type { Recognition } from './misconception.ts';
import { type Condition, isColumn, readConditions } from './read-conditions.ts';
import { shippedRuns } from './read-query.ts';

/** A partitioned table of which a run reads every partition. */
export interface Unpruned {
  readonly table: string;
  readonly partitions: number;
  /** Pages of these partitions alone: a join reads other tables too. */
  readonly pages: number;
  /** A condition on something worked out from a column, where there is one. */
  readonly hidden?: Condition;
}

/** The first run that read every partition of a table; undefined where each run left some out. */
export function findUnpruned({ evidence }: Recognition): Unpruned | undefined {
  for (const [table, partitions] of Object.entries(evidence.partitions ?? {})) {
    if (partitions.length < 2) continue;
    for (const seen of shippedRuns(evidence.submission.observations)) {
      const paths = findAccessPaths(seen.plan, table, partitions).filter(({ executed }) => executed);
      const read = new Set(paths.flatMap(({ partition }) => partition ?? []));
      if (read.size < partitions.length) continue;
      const conditions = paths.flatMap(({ node }) => readConditions(node.filter, node.alias ?? ''));
      const hidden = conditions.find(({ expression }) => !isColumn(expression));
      const pages = paths.reduce((sum, { node }) => sum + (pagesOf(node) ?? 0), 0);
      return { table, partitions: partitions.length, pages, ...(hidden ? { hidden } : {}) };
    }
  }
  return undefined;
}
