import { z } from 'zod';
import { formatCount, formatPlural } from '../plan/format-figures.ts';
import type { CheckKind } from './check.ts';
import { id, of, title } from './keys.ts';
import { judgeRuns, ranNodes } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('heap-fetches'),
    title,
    of,
    'at-most': z
      .number()
      .int()
      .nonnegative()
      .describe('Most rows that index-only scans may look up in the table.'),
  })
  .describe('How often an index-only scan had to visit the table after all.');

export const heapFetches: CheckKind<typeof schema> = {
  kind: 'heap-fetches',
  schema,
  decidedBy: 'plan',
  title: (check) =>
    check.title ??
    (check['at-most'] === 0
      ? 'answers without visiting the table'
      : `visits the table for at most ${formatPlural(check['at-most'], 'row')}`),
  needs: () => [],
  judge: (check, evidence) =>
    judgeRuns(evidence, check.of, (seen) => {
      const scans = ranNodes(seen).filter(({ kind }) => kind === 'Index Only Scan');
      if (scans.length === 0) {
        const message = 'The plan has no index-only scan, so every row is fetched from the table.';
        return { state: 'failed', message, badness: Number.MAX_VALUE };
      }
      const fetches = scans.reduce((sum, { actual }) => sum + (actual?.heapFetches ?? 0), 0);
      const rows = scans.reduce((sum, { actual }) => sum + (actual?.rows ?? 0), 0);
      return {
        state: fetches <= check['at-most'] ? 'passed' : 'failed',
        message: `The index-only scan gave ${formatPlural(rows, 'row')} and visited the table for ${formatCount(fetches)} of them.`,
        figure: formatPlural(fetches, 'heap fetch', 'heap fetches'),
        badness: fetches,
      };
    }),
};
