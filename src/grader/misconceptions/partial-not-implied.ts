import type { IndexEvidence, Observation } from '../../checks/evidence.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { sameExpression, splitConditions } from './read-conditions.ts';
import { createdIndexes, shippedRuns, tableUses, usesIndex } from './read-query.ts';

interface Unused {
  readonly index: IndexEvidence;
  readonly used: number;
  readonly runs: number;
}

/** Whether a run says all of an index's condition, word for word: it could have used it, and took it for too dear. */
function repeats(seen: Observation, { table, predicate = '' }: IndexEvidence): boolean {
  const wanted = splitConditions(predicate);
  return tableUses(seen, []).some(
    (use) =>
      use.table === table &&
      wanted.every((one) =>
        use.conditions.some(({ text }) => sameExpression(text.replaceAll(`${use.alias}.`, ''), one)),
      ),
  );
}

/** A created partial index that some run of the workload could not use, while no other created index helped. */
export function findUnusedPartial(recognition: Recognition): Unused | undefined {
  const created = createdIndexes(recognition);
  const runs = shippedRuns(recognition.evidence.submission.observations);
  for (const index of created.filter(({ predicate }) => predicate !== undefined)) {
    const without = runs.filter(
      (seen) => !created.some(({ name }) => usesIndex(seen, name)) && !repeats(seen, index),
    );
    const bound = recognition.evidence.changes.some(({ object }) => object === index.name);
    const used = runs.filter((seen) => usesIndex(seen, index.name)).length;
    if (without.length > 0 || bound) return { index, used, runs: runs.length };
  }
  return undefined;
}

export const partialNotImplied: Misconception = {
  id: 'partial-not-implied',
  title: 'The query does not imply the partial index’s condition',
  lesson: '/learn/indexing/partial/',
  recognise: (recognition) => {
    const found = findUnusedPartial(recognition);
    if (!found) return undefined;
    const { index, used, runs } = found;
    return `${index.name} holds only the rows with ${index.predicate}. PostgreSQL uses a partial index where it can prove from the query’s own words that every wanted row is in it; a value that happens to fit today, or the same condition in other words, proves nothing. Of ${runs} runs it served ${used}, and a statement prepared once for all values could not rely on it. Repeat a condition that the query always has, word for word, or leave WHERE out of the index.`;
  },
};
