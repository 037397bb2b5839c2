import { findDuplicate } from './duplicate-index.ts';
import { findIndexShapes } from './index-shapes.ts';
import type { Misconception } from './misconception.ts';
import { compares, failed, pagesInWords, scansOf, shippedRuns, tableUses, worstRun } from './read-query.ts';

export const joinWithoutIndex: Misconception = {
  id: 'join-without-index',
  title: 'The join’s column has no index',
  lesson: '/learn/plans/joins/',
  recognise: (recognition) => {
    const { submission } = recognition.evidence;
    const run = worstRun(submission.observations);
    if (!run || !failed(recognition, 'access', 'node', 'buffers')) return undefined;
    if (findDuplicate(recognition) || findIndexShapes(recognition).length > 0) return undefined;
    for (const use of tableUses(run, submission.indexes)) {
      const scan = scansOf(run).find((node) => node.relation === use.table && node.kind === 'Seq Scan');
      const join = use.conditions.find(
        ({ comparison, value }) => comparison === 'equal' && /^\(?\w+\.\w+\)?$/.test(value),
      );
      if (!scan || !join || (scan.actual?.rowsRemovedByFilter ?? 0) > 0) continue;
      const served = submission.indexes.some(
        ({ table, columns }) => table === use.table && compares(join, columns[0] ?? ''),
      );
      if (served || shippedRuns(submission.observations).length === 0) continue;
      return `The join looks for rows of ${use.table} by ${join.expression}, and no index begins with that column, so the whole of ${use.table} is read for every run: ${pagesInWords(recognition.evidence, run)}. A foreign key is a rule and not an index; PostgreSQL makes one for the key that is referred to, and none for the column that refers to it.`;
    }
    return undefined;
  },
};
