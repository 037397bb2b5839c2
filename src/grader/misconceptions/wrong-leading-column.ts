import type { Observation } from '../../checks/evidence.ts';
import { formatCount } from '../../plan/format-figures.ts';
import { listNodes } from '../../plan/metrics.ts';
import { findIndexShapes } from './index-shapes.ts';
import type { Misconception } from './misconception.ts';
import { findRangeFirst } from './range-before-equality.ts';
import { pagesInWords, worstRun } from './read-query.ts';

/** How often a run went down an index that it scans once: more than once in a skip scan, which PostgreSQL has since 18. */
function searchesOf(run: Observation, index: string): number {
  const scan = listNodes(run.plan.root).find((node) => node.index === index);
  return Math.round((scan?.actual?.indexSearches ?? 1) / (scan?.actual?.loops || 1));
}

/** What becomes of a condition on a column that the index does not begin with. */
function laterColumn(column: string, sought: string, searches: number): string {
  if (searches <= 1)
    return `for which the query gives no value, so the condition on ${sought} can only filter, not seek`;
  return `for which the query gives no value, so the condition on ${sought} is sought anew in every value of ${column}, ${formatCount(searches)} times`;
}

export const wrongLeadingColumn: Misconception = {
  id: 'wrong-leading-column',
  title: 'The index begins with the wrong column',
  lesson: '/learn/indexing/column-order/',
  recognise: (recognition) => {
    const closer = recognition.exercise.spec.misconceptions.includes('range-before-equality');
    if (closer && findRangeFirst(recognition)) return undefined;
    const shape = findIndexShapes(recognition).find(({ kind }) => kind !== 'unsorted');
    const run = shape && worstRun(recognition.evidence.submission.observations, shape.use.query);
    if (!shape || !run) return undefined;
    const { index, column, sought, use } = shape;
    const absent = index.included.includes(sought) ? 'is only carried along in it' : 'is not in it at all';
    const holds = index.columns.includes(sought)
      ? laterColumn(column, sought, searchesOf(run, index.name))
      : `and ${sought}, for which the query gives a value, ${absent}`;
    const equality = use.conditions.some(({ comparison }) => comparison === 'equal');
    const first = equality ? 'the one that the query compares with =' : sought;
    return `Your index ${index.name} begins with ${column}, ${holds}. The longest run reads ${pagesInWords(recognition.evidence, run)}. An index is sorted by its first column: put ${first} there.`;
  },
};
