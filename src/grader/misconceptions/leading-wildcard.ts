import type { Misconception } from './misconception.ts';
import { sameExpression } from './read-conditions.ts';
import { askedUses, createdIndexes, pagesInWords, worstRun } from './read-query.ts';

export const leadingWildcard: Misconception = {
  id: 'leading-wildcard',
  title: 'A B-tree cannot find what stands in the middle of a text',
  lesson: '/learn/indexing/trigram/',
  recognise: (recognition) => {
    const trees = createdIndexes(recognition).filter(({ method }) => method === 'btree' || method === 'hash');
    for (const use of askedUses(recognition)) {
      const condition = use.conditions.find(
        ({ operator, value }) => operator.startsWith('~~') && /^\(?'[%_]/.test(value),
      );
      const index = trees.find(
        ({ table, columns }) =>
          table === use.table && condition && sameExpression(columns[0] ?? '', condition.expression),
      );
      const run = worstRun(recognition.evidence.submission.observations, use.query);
      if (!condition || !index || !run) continue;
      return `The pattern begins with %, so the text may begin with anything, and ${index.name} is sorted by how texts begin: there is no place in it to go to. The query reads ${pagesInWords(recognition.evidence, run)}. An index of the three-letter pieces of each text (GIN with gin_trgm_ops, from pg_trgm) finds texts by what is inside them.`;
    }
    return undefined;
  },
};
