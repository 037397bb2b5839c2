import { formatKb } from '../../plan/format-figures.ts';
import { listNodes, totalsOf } from '../../plan/metrics.ts';
import type { Misconception } from './misconception.ts';
import { failed, shippedRuns } from './read-query.ts';

const PAGE_KB = 8;

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
      return `The ${node.name} had more rows than work_mem holds and went through temporary files: ${formatKb(pages * PAGE_KB)} written and read back. Give it less to do before giving it more memory: fewer rows by an earlier condition, fewer columns, or an index that delivers the order so that there is nothing to sort.`;
    }
    return undefined;
  },
};
