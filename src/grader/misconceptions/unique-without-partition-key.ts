import type { Misconception } from './misconception.ts';

export const uniqueWithoutPartitionKey: Misconception = {
  id: 'unique-without-partition-key',
  title: 'A unique key of a partitioned table needs the partition key',
  lesson: '/learn/partitioning/pruning/',
  recognise: () => undefined,
  recogniseError: ({ sqlstate, message, detail }) =>
    sqlstate === '0A000' && /unique|primary key/i.test(message) && /partition/i.test(message)
      ? `PostgreSQL refused it: ${message}. ${detail ? `${detail} ` : ''}Every partition has an index of its own and knows nothing of the others, so uniqueness can be promised only within one. With the partition key among the columns, two equal keys always meet in the same partition.`
      : undefined,
};
