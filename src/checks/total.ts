import { z } from 'zod';
import { formatCount, formatPlural } from '../plan/format-figures.ts';
import { partOf, share, shareInWords } from './amounts.ts';
import type { CheckKind } from './check.ts';
import type { Evidence, Side } from './evidence.ts';
import { id, title } from './keys.ts';
import { type Margin, marginTo } from './margin.ts';
import { shippedRuns } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('total'),
    title,
    runs: z
      .record(z.string(), z.number().positive())
      .describe(
        'How often each workload query runs, e.g. in an hour; a query that is not named does not count.',
      ),
    'at-most': z
      .union([share, z.number().int().nonnegative()])
      .describe('Most pages of 8 kB that all of them may read together; or a share of what the start reads.'),
    than: z
      .literal('start')
      .optional()
      .describe('Needed where `at-most` is a share: of what the start reads.'),
  })
  .refine((check) => (typeof check['at-most'] === 'string') === (check.than === 'start'), {
    error: 'a percentage needs `than: start`, a number of pages must not have it',
    path: ['than'],
  })
  .refine((check) => Object.keys(check.runs).length > 1, {
    error: 'a total is of two queries or more; for one, use `buffers`',
    path: ['runs'],
  })
  .describe('A budget of pages for a whole workload: each query counts as often as it runs.');

type TotalCheck = z.infer<typeof schema>;

interface Share {
  readonly query: string;
  readonly times: number;
  /** Mean of its runs, shown and hidden. */
  readonly pages: number;
}

/** What each query reads in a run, on the average of its parameters; undefined where one was not run. */
function sharesOf(check: TotalCheck, side: Side): readonly Share[] | undefined {
  const shares = Object.entries(check.runs).map(([query, times]) => {
    const seen = shippedRuns(side, query);
    const pages = seen.reduce((sum, run) => sum + run.pages, 0) / seen.length;
    return { query, times, pages };
  });
  return shares.every(({ pages }) => Number.isFinite(pages)) ? shares : undefined;
}

const weight = ({ times, pages }: Share): number => times * pages;
const sumOf = (shares: readonly Share[]): number =>
  Math.round(shares.reduce((sum, each) => sum + weight(each), 0));

function dearest(shares: readonly Share[]): string {
  const sorted = [...shares].sort((a, b) => weight(b) - weight(a)).slice(0, 2);
  return sorted
    .map(
      (each) =>
        `${each.query} ${formatCount(Math.round(weight(each)))} (${formatCount(each.times)} × ${formatCount(Math.round(each.pages))})`,
    )
    .join(', ');
}

function budgetOf(most: TotalCheck['at-most'], start: number): number {
  return typeof most === 'string' ? partOf(most, start) : most;
}

function judgeTotal(check: TotalCheck, evidence: Evidence): ReturnType<CheckKind<typeof schema>['judge']> {
  const after = sharesOf(check, evidence.submission);
  const before = sharesOf(check, evidence.start);
  if (!after || !before) return { state: 'not-run', message: 'Not every query of the workload was run.' };
  const most = check['at-most'];
  const [sum, start] = [sumOf(after), sumOf(before)];
  const budget = budgetOf(most, start);
  const because =
    typeof most === 'string' ? ` (${shareInWords(most)} of the ${formatCount(start)} at the start)` : '';
  return {
    state: sum <= budget ? 'passed' : 'failed',
    message: `The workload reads ${formatPlural(sum, 'page')}; the budget is ${formatCount(budget)}${because}. Most of it: ${dearest(after)}.`,
    figure: `${formatCount(sum)} of ${formatPlural(budget, 'page')}`,
  };
}

function marginsToTotal(check: TotalCheck, evidence: Evidence): readonly Margin[] {
  const after = sharesOf(check, evidence.submission);
  const before = sharesOf(check, evidence.start);
  if (!after || !before) return [];
  const start = sumOf(before);
  return marginTo('at-most', 'pages', sumOf(after), budgetOf(check['at-most'], start), check.than && start);
}

export const total: CheckKind<typeof schema> = {
  kind: 'total',
  schema,
  decidedBy: 'plans',
  title: (check) => {
    const most = check['at-most'];
    const budget =
      typeof most === 'number'
        ? formatPlural(most, 'page')
        : `${shareInWords(most)} of the pages it read before`;
    return check.title ?? `the whole workload reads at most ${budget}`;
  },
  needs: () => [],
  judge: judgeTotal,
  margins: marginsToTotal,
};
