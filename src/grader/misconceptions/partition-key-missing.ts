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
    return `All ${found.partitions} partitions of ${found.table} are read, ${formatCount(found.pages)} pages: no condition of the query tells PostgreSQL beforehand in which of them a wanted row can lie. One that compares the partition key itself with a value does, or with a subquery that looks at nothing else of the query; a condition that is another one for every row does not. Without it the table is ${found.partitions} tables to be searched.`;
  },
};
