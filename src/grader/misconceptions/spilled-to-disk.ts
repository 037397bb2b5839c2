import type { Observation } from '../../checks/evidence.ts';
import { formatCount, formatKb, formatPlural } from '../../plan/format-figures.ts';
import { listNodes, totalsOf } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import { findTooManyGroups } from './groups-off.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { failed, shippedRuns } from './read-query.ts';

const PAGE_KB = 8;

/** What gives it less to do, of what the exercise lets one change. */
function adviceOf({ exercise }: Recognition, seen: Observation, node: PlanNode): string {
  const { task, allow } = exercise.spec;
  const sorts = node.kind === 'Sort' || node.kind === 'Incremental Sort';
  if (task === 'rewrite')
    return ' Give it less to do before giving it more memory: fewer rows by an earlier condition, fewer columns, or a DISTINCT or GROUP BY that can be hashed, which takes room for each group and not for each row.';
  const groups = sorts ? findTooManyGroups([seen]) : undefined;
  if (groups && node.id.startsWith(`${groups.id}.`) && allow.includes('create-statistics'))
    return ` The planner expected ${formatPlural(groups.expected, 'group')} and sorts the rows rather than hash so many; there are ${formatCount(groups.actual)}. Statistics of what the rows are grouped by tell it how many there are, and groups that are hashed need no sort.`;
  return sorts && allow.includes('create-index')
    ? ' The query stays as it is; where an index delivers the order there is nothing to sort.'
    : '';
}

export const spilledToDisk: Misconception = {
  id: 'spilled-to-disk',
  title: 'A sort or a hash did not fit into memory',
  lesson: '/learn/plans/sorts/',
  recognise: (recognition) => {
    if (!failed(recognition, 'temp', 'sort', 'time', 'buffers', 'total')) return undefined;
    for (const seen of shippedRuns(recognition.evidence.submission.observations)) {
      const pages = totalsOf(seen.plan).tempPages ?? 0;
      const node = listNodes(seen.plan.root).find(
        ({ actual }) =>
          actual?.sort?.onDisk ||
          actual?.incrementalSort?.onDisk ||
          (actual?.hash?.batches ?? 1) > 1 ||
          (actual?.hashAggregate?.diskKb ?? 0) > 0 ||
          actual?.storage?.onDisk,
      );
      if (!node || pages === 0) continue;
      return `The ${node.name} had more rows than work_mem holds and went through temporary files: ${formatKb(pages * PAGE_KB)} written and read back.${adviceOf(recognition, seen, node)}`;
    }
    return undefined;
  },
};
