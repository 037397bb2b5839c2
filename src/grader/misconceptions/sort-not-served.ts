import { formatCount } from '../../plan/format-figures.ts';
import { findIndexShapes } from './index-shapes.ts';
import type { Misconception } from './misconception.ts';
import { findUnusedPartial } from './partial-not-implied.ts';
import { scansOf, worstRun } from './read-query.ts';

/** So many times the rows that are kept must have been read: then the order was the trouble. */
const WASTE = 3;

export const sortNotServed: Misconception = {
  id: 'sort-not-served',
  title: 'The index does not deliver the order',
  lesson: '/learn/indexing/order-by-limit/',
  recognise: (recognition) => {
    const shape = findIndexShapes(recognition).find(({ kind }) => kind === 'unsorted');
    const run = shape && worstRun(recognition.evidence.submission.observations, shape.use.query);
    const limit = shape?.use.limit;
    if (!shape || !run || limit === undefined || findUnusedPartial(recognition)) return undefined;
    const scan = scansOf(run).find(({ relation }) => relation === shape.use.table);
    const seen = (scan?.actual?.rows ?? 0) + (scan?.actual?.rowsRemovedByFilter ?? 0);
    if (seen < WASTE * limit) return undefined;
    const { index, column } = shape;
    return `${index.name} finds the rows, but does not hold them in the order that is asked for: ${column} does not come next in it, or runs the other way. So ${formatCount(seen)} rows are read and sorted, or walked through in another index, to keep ${formatCount(limit)}. Behind the columns that are compared with =, an index can go on with the sort columns, in the same order and directions; then the first ${formatCount(limit)} entries are the answer.`;
  },
};
