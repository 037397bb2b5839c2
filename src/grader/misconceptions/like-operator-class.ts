import type { Misconception } from './misconception.ts';
import { sameExpression } from './read-conditions.ts';
import { askedUses, createdIndexes, pagesInWords, usesIndex, worstRun } from './read-query.ts';

export const likeOperatorClass: Misconception = {
  id: 'like-operator-class',
  title: 'The index’s order is not the one that the pattern needs',
  recognise: (recognition) => {
    for (const use of askedUses(recognition)) {
      const condition = use.conditions.find(
        ({ comparison, value }) => comparison === 'pattern' && !/^\(?'[%_]/.test(value),
      );
      const run = worstRun(recognition.evidence.submission.observations, use.query);
      const index = createdIndexes(recognition).find(
        ({ table, method, columns }) =>
          method === 'btree' &&
          table === use.table &&
          condition !== undefined &&
          sameExpression(columns[0] ?? '', condition.expression),
      );
      if (!condition || !index || !run || usesIndex(run, index.name)) continue;
      const why =
        condition.operator === '~~'
          ? 'is sorted by the rules of a language, in which texts with the same beginning need not lie together. The operator class text_pattern_ops sorts by characters'
          : 'tells capitals from small letters, and the pattern does not. An index on lower() with LIKE, or a trigram index, does not care';
      return `The pattern has a fixed beginning, but ${index.name} ${why}. The query reads ${pagesInWords(recognition.evidence, run)}.`;
    }
    return undefined;
  },
};
