import { formatCount } from '../../plan/format-figures.ts';
import { findIndexShapes, type IndexShape } from './index-shapes.ts';
import type { Misconception } from './misconception.ts';
import { findUnusedPartial } from './partial-not-implied.ts';
import { sameExpression } from './read-conditions.ts';
import { scansOf, worstRun } from './read-query.ts';
import { readSortOrder } from './sort-orders.ts';

/** So many times the rows that are kept must have been read: then the order was the trouble. */
const WASTE = 3;

/** What is the matter with the sort key, as the evidence shows it. */
function problemInWords({ why, column }: IndexShape): string {
  const { expression, descending, nullsFirst } = readSortOrder(column);
  if (why === 'direction') {
    const [comes, asked] = descending ? ['upwards', 'downwards'] : ['downwards', 'upwards'];
    return `read so that the keys before it are in order, ${expression} comes ${comes}, and it is asked for ${asked}. An index can be read from its end, but that turns all its columns round, not one of them`;
  }
  if (why === 'nulls') {
    const [comes, asked] = nullsFirst ? ['last', 'first'] : ['first', 'last'];
    return `read in the direction of ${column}, it gives the rows without a value ${comes}, and they are asked for ${asked}. NULL counts as larger than every value and stands first wherever values run downwards, unless the index says otherwise: in CREATE INDEX, too, NULLS FIRST or NULLS LAST may follow a column`;
  }
  return `${expression} does not come next in it`;
}

/** Which index would give the order: one that goes on behind what is compared with =, or begins with the sort columns. */
function adviceOf({ use: { conditions, order } }: IndexShape, limit: string): string {
  if (conditions.some(({ comparison }) => comparison === 'equal'))
    return `Behind the columns that are compared with =, an index can go on with the sort columns, in the same order and directions; then the first ${limit} entries that fit are the answer.`;
  const lead = readSortOrder(order[0] ?? '').expression;
  const bounded = conditions.every(({ expression }) => sameExpression(expression, lead));
  const from = conditions.length > 0 ? ' from that bound on' : '';
  const then = bounded
    ? `then the first ${limit} entries${from} are the answer`
    : `then it is read until ${limit} rows fit`;
  return `An index that begins with the sort columns, in the same order and directions, gives the order by itself; ${then}.`;
}

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
    return `${shape.index.name} finds the rows, but does not hold them in the order that is asked for: ${problemInWords(shape)}. So ${formatCount(seen)} rows are read and sorted, or walked through in another index, to keep ${formatCount(limit)}. ${adviceOf(shape, formatCount(limit))}`;
  },
};
