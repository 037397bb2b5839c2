import { formatCount } from '../../plan/format-figures.ts';
import type { Misconception } from './misconception.ts';
import { findUnpruned } from './unpruned.ts';

export const partitionKeyInFunction: Misconception = {
  id: 'partition-key-in-function',
  title: 'The partition key is hidden in an expression',
  lesson: '/learn/partitioning/pruning/',
  recognise: (recognition) => {
    const found = findUnpruned(recognition);
    if (!found?.hidden) return undefined;
    return `All ${found.partitions} partitions of ${found.table} are read, ${formatCount(found.pages)} pages, although the query names a value: it compares ${found.hidden.expression}, and the partitions are bounded by the column itself. Compare the bare column with two ends of a range, and those that cannot hold a wanted row are left out.`;
  },
};
