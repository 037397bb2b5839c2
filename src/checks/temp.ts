import { z } from 'zod';
import { formatPlural } from '../plan/format-figures.ts';
import { totalsOf } from '../plan/metrics.ts';
import type { CheckKind } from './check.ts';
import { id, of, title } from './keys.ts';
import { judgeRuns } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('temp'),
    title,
    of,
    'at-most': z
      .number()
      .int()
      .nonnegative()
      .describe('Most pages of 8 kB written to and read from temporary files.'),
  })
  .describe('What a plan spills to disk.');

export const temp: CheckKind<typeof schema> = {
  kind: 'temp',
  schema,
  decidedBy: 'plan',
  title: (check) =>
    check.title ??
    (check['at-most'] === 0
      ? 'spills nothing to disk'
      : `spills at most ${formatPlural(check['at-most'], 'page')} to disk`),
  needs: () => [],
  judge: (check, evidence) =>
    judgeRuns(evidence, check.of, (seen) => {
      const pages = totalsOf(seen.plan).tempPages;
      if (pages === undefined)
        return { state: 'not-run', message: 'The plan has no page counts.', badness: 0 };
      return {
        state: pages <= check['at-most'] ? 'passed' : 'failed',
        message:
          pages === 0
            ? 'Nothing was spilled to disk.'
            : `${formatPlural(pages, 'page')} went to temporary files and back, because the memory did not suffice.`,
        figure: formatPlural(pages, 'temporary page'),
        badness: pages,
      };
    }),
};
