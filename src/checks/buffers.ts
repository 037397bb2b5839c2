import { z } from 'zod';
import { formatCount, formatPlural } from '../plan/format-figures.ts';
import { partOf, share, shareInWords, shareOf } from './amounts.ts';
import type { CheckKind } from './check.ts';
import type { Evidence, Observation } from './evidence.ts';
import { id, of, title } from './keys.ts';
import { type Margin, marginTo } from './margin.ts';
import { atStart, type Judged, judgeRuns, shippedRuns } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('buffers'),
    title,
    of,
    'at-most': z
      .union([share, z.number().int().nonnegative()])
      .describe(
        'Most pages of 8 kB that one run may read, found in memory or not; or a share of what the start reads.',
      ),
    than: z
      .literal('start')
      .optional()
      .describe('Needed where `at-most` is a share: of what the start reads.'),
  })
  .refine((check) => (typeof check['at-most'] === 'string') === (check.than === 'start'), {
    error: 'a percentage needs `than: start`, a number of pages must not have it',
    path: ['than'],
  })
  .describe('A budget of pages: the same on every machine.');

type BuffersCheck = z.infer<typeof schema>;

function budgetOf(most: BuffersCheck['at-most'], startPages: number): number {
  return typeof most === 'string' ? partOf(most, startPages) : most;
}

/** What was read beside what the start reads; a page counts at each visit, so more than the table has is no mistake. */
function figureOf(pages: number, before: number | undefined): string {
  const read = formatPlural(pages, 'page');
  if (before === undefined) return read;
  return pages > before
    ? `${read}, ${formatCount(before)} before`
    : `${formatCount(pages)} of ${formatPlural(before, 'page')}`;
}

function judgePages(check: BuffersCheck, evidence: Evidence, seen: Observation): Judged {
  const most = check['at-most'];
  const start = atStart(evidence, seen);
  if (typeof most === 'string' && !start) {
    return { state: 'not-run', message: 'There is no run of the start to compare with.', badness: 0 };
  }
  const before = start?.pages ?? 0;
  const budget = budgetOf(most, before);
  const because =
    typeof most === 'string' ? ` (${shareInWords(most)} of the ${formatCount(before)} at the start)` : '';
  const read = formatPlural(seen.pages, 'page');
  const visits = start && seen.pages > before ? ' A page counts each time that it is visited.' : '';
  const message = `It reads ${read}; the budget is ${formatCount(budget)}${because}.${visits}`;
  return {
    state: seen.pages <= budget ? 'passed' : 'failed',
    message,
    figure: figureOf(seen.pages, start?.pages),
    badness: seen.pages / Math.max(1, budget),
  };
}

function marginsToPages(check: BuffersCheck, evidence: Evidence): readonly Margin[] {
  return shippedRuns(evidence.submission, check.of).flatMap((seen) => {
    const start = atStart(evidence, seen)?.pages ?? 0;
    const budget = budgetOf(check['at-most'], start);
    return marginTo('at-most', 'pages', seen.pages, budget, check.than && start);
  });
}

export const buffers: CheckKind<typeof schema> = {
  kind: 'buffers',
  schema,
  decidedBy: 'plan',
  title: (check) => {
    const most = check['at-most'];
    if (check.title !== undefined) return check.title;
    if (typeof most === 'number') return `reads at most ${formatPlural(most, 'page')}`;
    return shareOf(most) > 1
      ? `reads no more than ${shareInWords(most)} of the pages it read before`
      : `reads at most ${shareInWords(most)} of the pages it read before`;
  },
  needs: () => [],
  judge: (check, evidence) => judgeRuns(evidence, check.of, (seen) => judgePages(check, evidence, seen)),
  margins: marginsToPages,
};
