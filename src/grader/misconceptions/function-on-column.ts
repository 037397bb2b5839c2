import type { IndexEvidence } from '../../checks/evidence.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { type Condition, isColumn, mentions, sameExpression } from './read-conditions.ts';
import { askedUses, compares, createdIndexes, pagesInWords, worstRun } from './read-query.ts';
import { findTypeMismatch } from './type-mismatch.ts';

interface Apart {
  readonly index: IndexEvidence;
  readonly indexed: string;
  readonly condition: Condition;
  readonly query: string;
}

/** An index on a column, a condition on something worked out from it (or the other way round), and no index on that. */
function findApart(recognition: Recognition): Apart | undefined {
  const own = createdIndexes(recognition);
  const rewrite = recognition.exercise.spec.task === 'rewrite';
  const indexes = rewrite ? recognition.evidence.submission.indexes : own;
  for (const use of askedUses(recognition)) {
    for (const condition of use.conditions.filter(({ operator }) => operator !== '' && operator !== 'OR')) {
      const there = indexes.filter(({ table }) => table === use.table);
      if (there.some(({ columns }) => columns.some((column) => compares(condition, column)))) continue;
      for (const index of there) {
        const indexed = index.columns.find((column) =>
          condition.columns.some((name) => mentions(column, name)),
        );
        const plain = indexed !== undefined && isColumn(indexed) && isColumn(condition.expression);
        if (indexed === undefined || plain || sameExpression(indexed, condition.expression)) continue;
        return { index, indexed, condition, query: use.query };
      }
    }
  }
  return undefined;
}

const KNOWN_TO_A_BTREE = new Set(['equal', 'range', 'pattern']);

/** What makes the two the same: only a rewrite may change the query, and it finds the indexes as they are. */
function adviceOf(task: string, { indexed, condition }: Apart): string {
  const { expression, comparison, operator } = condition;
  if (task === 'rewrite') return `Write the condition so that it compares ${indexed} itself.`;
  const kind = KNOWN_TO_A_BTREE.has(comparison)
    ? ''
    : ` It asks with ${operator}, which a B-tree does not know: that takes another kind of index, GIN for example.`;
  return `The query stays as it is: index what it compares, ${expression}.${kind}`;
}

/** What PostgreSQL would have to do for the two to meet. */
function reasonOf({ indexed, condition: { expression } }: Apart): string {
  return isColumn(expression)
    ? `To PostgreSQL these are two different things: entries that hold ${indexed} are not those of ${expression}.`
    : `To PostgreSQL these are two different things: it would have to work ${expression} out for every row to know which ones fit.`;
}

export const functionOnColumn: Misconception = {
  id: 'function-on-column',
  title: 'The index and the query speak of different expressions',
  lesson: '/learn/queries/sargable/',
  recognise: (recognition) => {
    const found = findTypeMismatch(recognition) ? undefined : findApart(recognition);
    const run = found && worstRun(recognition.evidence.submission.observations, found.query);
    if (!found || !run) return undefined;
    const { index, indexed, condition } = found;
    const read = `It reads ${pagesInWords(recognition.evidence, run)}.`;
    const advice = adviceOf(recognition.exercise.spec.task, found);
    return `The query compares ${condition.expression}, and ${index.name} holds ${indexed}. ${reasonOf(found)} ${read} ${advice}`;
  },
};
