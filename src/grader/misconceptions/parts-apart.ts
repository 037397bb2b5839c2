import { listIndexes } from '../../plan/access-paths.ts';
import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import type { Misconception } from './misconception.ts';
import { readConditions, sameExpression } from './read-conditions.ts';
import { createdIndexes, failed, pagesInWords, scansOf, worstRun } from './read-query.ts';

/** So many times the wanted rows are fetched and turn out not to fit. */
const WASTE = 5;

export const partsApart: Misconception = {
  id: 'parts-apart',
  title: 'The index knows the parts, not what belongs together',
  lesson: '/learn/indexing/jsonb/',
  recognise: (recognition) => {
    const run = worstRun(recognition.evidence.submission.observations);
    if (!run || !failed(recognition, 'buffers', 'time', 'total')) return undefined;
    for (const scan of scansOf(run)) {
      const [condition] = readConditions(scan.recheckCond, scan.alias ?? scan.relation ?? '');
      const index = createdIndexes(recognition).find(
        ({ name, method, definition, columns }) =>
          method === 'gin' &&
          !definition.includes('jsonb_path_ops') &&
          condition?.operator === '@>' &&
          condition.text.includes('::jsonb') &&
          sameExpression(columns[0] ?? '', condition.expression) &&
          listIndexes(scan).includes(name),
      );
      const { rows = 0, rowsRemovedByRecheck: removed = 0, lossyHeapBlocks = 0 } = scan.actual ?? {};
      if (!index || lossyHeapBlocks > 0 || removed < WASTE * Math.max(1, rows)) continue;
      return `${index.name} has an entry for each key and one for each value, and no entry says which value stands under which key. So it finds every row of ${index.table} in which the parts stand somewhere: ${formatCount(removed)} rows were fetched, looked at and thrown away for ${formatPlural(rows, 'row')} that ${rows === 1 ? 'fits' : 'fit'}. It reads ${pagesInWords(recognition.evidence, run)}. With the operator class jsonb_path_ops an entry is a value together with the way to it.`;
    }
    return undefined;
  },
};
