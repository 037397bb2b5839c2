import type { Observation } from '../../checks/evidence.ts';
import { findAccessPaths } from '../../plan/access-paths.ts';
import type { Recognition } from './misconception.ts';
import { type Condition, isColumn, readConditions } from './read-conditions.ts';
import { shippedRuns } from './read-query.ts';

/** A partitioned table of which a run reads every partition. */
export interface Unpruned {
  readonly table: string;
  readonly partitions: number;
  readonly seen: Observation;
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
      return { table, partitions: partitions.length, seen, ...(hidden ? { hidden } : {}) };
    }
  }
  return undefined;
}
