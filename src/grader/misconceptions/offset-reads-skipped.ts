import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { Misconception } from './misconception.ts';
import { worstRun } from './read-query.ts';

/** LIMIT without OFFSET takes no more rows than it gives. */
const WASTE = 5;

export const offsetReadsSkipped: Misconception = {
  id: 'offset-reads-skipped',
  title: 'OFFSET reads what it skips',
  lesson: '/learn/queries/keyset/',
  recognise: (recognition) => {
    const run = worstRun(recognition.evidence.submission.observations);
    if (!run) return undefined;
    for (const limit of listNodes(run.plan.root).filter(({ kind }) => kind === 'Limit')) {
      const taken = limit.children.find(({ relationship }) => relationship === 'Outer')?.actual?.rows ?? 0;
      const given = limit.actual?.rows ?? 0;
      if (taken < WASTE * Math.max(1, given)) continue;
      return `The plan makes ${formatCount(taken)} rows to hand out ${formatCount(given)}: OFFSET counts rows off, and each has to be found before it can be skipped. It reads ${formatPlural(run.pages, 'page')}, and more for every page further back. Begin where the last page ended, by a condition on the sort columns that an index can seek by.`;
    }
    return undefined;
  },
};
