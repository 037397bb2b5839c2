import { listNodes } from '../../plan/metrics.ts';
import type { Misconception } from './misconception.ts';
import { readConditions } from './read-conditions.ts';
import { pagesInWords, scansOf, worstRun } from './read-query.ts';

export const orAcrossColumns: Misconception = {
  id: 'or-across-columns',
  title: 'An index cannot seek by an OR across columns',
  lesson: '/learn/plans/bitmap-scans/',
  recognise: (recognition) => {
    const run = worstRun(recognition.evidence.submission.observations);
    if (!run) return undefined;
    for (const scan of scansOf(run)) {
      if (listNodes(scan).some(({ kind }) => kind === 'BitmapOr')) continue;
      const found = readConditions(scan.filter, scan.alias ?? scan.relation ?? '').find(
        ({ comparison, columns }) => comparison === 'or' && columns.length > 1,
      );
      if (!found) continue;
      return `The condition on ${found.columns.join(' and ')} is an OR, so it stays a filter: an index can begin at one place, and either side of the OR begins at another. The rows are walked one by one until enough fit: ${pagesInWords(recognition.evidence, run)}. Say it as one comparison of rows, (a, b) < (x, y), which is a single place in an index on (a, b), or add the condition that both sides have in common.`;
    }
    return undefined;
  },
};
