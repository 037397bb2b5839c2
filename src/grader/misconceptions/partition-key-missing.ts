import { formatCount } from '../../plan/format-figures.ts';
import type { Misconception } from './misconception.ts';
import { findUnpruned } from './unpruned.ts';

export const partitionKeyMissing: Misconception = {
  id: 'partition-key-missing',
  title: 'The query does not say which partition',
  lesson: '/learn/partitioning/pruning/',
  recognise: (recognition) => {
    const found = findUnpruned(recognition);
    if (!found || found.hidden) return undefined;
    return `All ${found.partitions} partitions of ${found.table} are read, ${formatCount(found.seen.pages)} pages: no condition of the query is on the partition key, so a wanted row may lie in any of them. Partitions help the queries that name their key; add a condition on it, or the table is ${found.partitions} tables to be searched.`;
  },
};
