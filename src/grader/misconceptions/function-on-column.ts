import type { IndexEvidence } from '../../checks/evidence.ts';
import { findOtherKind, methodInWords } from './index-methods.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { type Condition, isColumn, mentions, sameExpression } from './read-conditions.ts';
import { askedUses, compares, createdIndexes, onlyRowsFailed, pagesInWords, worstRun } from './read-query.ts';
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
    const asked = use.conditions.filter(({ operator }) => operator !== '' && operator !== 'OR');
    for (const condition of [...asked, ...use.distances]) {
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

/** What makes the two the same: only a rewrite may change the query, and it finds the indexes as they are. */
function adviceOf(task: string, { index, indexed, condition }: Apart): string {
  const { expression, operator } = condition;
  if (task === 'rewrite') return `Write the condition so that it compares ${indexed} itself.`;
  const other = findOtherKind(condition, index);
  const kind = other
    ? ` It asks with ${operator}, which ${methodInWords(index)} does not know: that takes another kind of index, ${other} for example.`
    : '';
  const asked = operator === '<->' ? 'what it takes the distance of' : 'what it compares';
  return `The query stays as it is: index ${asked}, ${expression}.${kind}`;
}

/** What PostgreSQL would have to do for the two to meet. */
function reasonOf({ indexed, condition: { expression, operator } }: Apart): string {
  const wanted = operator === '<->' ? 'which ones are near' : 'which ones fit';
  return isColumn(expression)
    ? `To PostgreSQL these are two different things: entries that hold ${indexed} are not those of ${expression}.`
    : `To PostgreSQL these are two different things: it would have to work ${expression} out for every row to know ${wanted}.`;
}

export const functionOnColumn: Misconception = {
  id: 'function-on-column',
  title: 'The index and the query speak of different expressions',
  lesson: '/learn/queries/sargable/',
  recognise: (recognition) => {
    if (onlyRowsFailed(recognition)) return undefined;
    const found = findTypeMismatch(recognition) ? undefined : findApart(recognition);
    const run = found && worstRun(recognition.evidence.submission.observations, found.query);
    if (!found || !run) return undefined;
    const { index, indexed, condition } = found;
    const read = `It reads ${pagesInWords(recognition.evidence, run)}.`;
    const advice = adviceOf(recognition.exercise.spec.task, found);
    const asks = condition.operator === '<->' ? 'takes the distance of' : 'compares';
    return `The query ${asks} ${condition.expression}, and ${index.name} holds ${indexed}. ${reasonOf(found)} ${read} ${advice}`;
  },
};
