import { z } from 'zod';
import { accessOf } from '../plan/access-paths.ts';
import { formatPlural } from '../plan/format-figures.ts';
import type { CheckKind } from './check.ts';
import type { Observation } from './evidence.ts';
import { id, of, table, title } from './keys.ts';
import { judgeRuns, ranNodes } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('partitions'),
    title,
    of,
    table: table.describe('The partitioned table.'),
    'at-most': z.number().int().positive().describe('Most partitions that one run may read.'),
  })
  .describe('How many partitions a plan reads.');

/** Where the evidence does not list a table's partitions, they are told by names that begin with the table's. */
function partitionsRead(
  seen: Observation,
  table: string,
  known: readonly string[] | undefined,
): readonly string[] {
  const names = ranNodes(seen).flatMap((node) => (accessOf(node) && node.relation ? [node.relation] : []));
  const isPartition = (name: string) =>
    known?.includes(name) ?? (name === table || name.startsWith(`${table}_`));
  return [...new Set(names.filter(isPartition))];
}

export const partitions: CheckKind<typeof schema> = {
  kind: 'partitions',
  schema,
  decidedBy: 'plan',
  title: (check) =>
    check.title ?? `reads at most ${formatPlural(check['at-most'], 'partition')} of ${check.table}`,
  needs: () => [],
  judge: (check, evidence) =>
    judgeRuns(evidence, check.of, (seen) => {
      const read = partitionsRead(seen, check.table, evidence.partitions?.[check.table]);
      const some =
        read.length > 4 ? `${read.slice(0, 3).join(', ')} and ${read.length - 3} more` : read.join(', ');
      return {
        state: read.length > 0 && read.length <= check['at-most'] ? 'passed' : 'failed',
        message:
          read.length === 0
            ? `The plan reads no partition of ${check.table}.`
            : `The plan reads ${formatPlural(read.length, 'partition')} of ${check.table}: ${some}.`,
        figure: formatPlural(read.length, 'partition'),
        badness: read.length,
      };
    }),
};
