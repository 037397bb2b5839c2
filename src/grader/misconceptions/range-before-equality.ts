import { findIndexShapes, isSplit } from './index-shapes.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { pagesInWords, worstRun } from './read-query.ts';

/** An index in which a range or a sort column stands before the column that is compared for equality. */
export function findRangeFirst(recognition: Recognition) {
  return findIndexShapes(recognition).find(
    (shape) => shape.kind === 'range-first' || (shape.kind === 'wrong-lead' && isSplit(shape, recognition)),
  );
}

export const rangeBeforeEquality: Misconception = {
  id: 'range-before-equality',
  title: 'A range stands before the equality',
  lesson: '/learn/indexing/column-order/',
  recognise: (recognition) => {
    const shape = findRangeFirst(recognition);
    const run = shape && worstRun(recognition.evidence.submission.observations, shape.use.query);
    if (!shape || !run) return undefined;
    const { index, column, sought } = shape;
    const read = `The longest run reads ${pagesInWords(recognition.evidence, run)}.`;
    if (shape.kind === 'wrong-lead') {
      return `You made one index for ${column} and another for ${sought}. A scan seeks in one of them: by ${column} it goes through the entries of everybody in that range, by ${sought} through that value’s whole history. ${read} One index that begins with ${sought} and goes on with ${column} has the wanted entries side by side.`;
    }
    return `${index.name} is sorted by ${column} first, and the query fixes ${sought} while it wants many values of ${column}. The entries of one ${sought} lie scattered over the whole range, and all entries in between are read as well. ${read} With ${sought} in front, the wanted entries lie side by side, in the order of ${column}.`;
  },
};
