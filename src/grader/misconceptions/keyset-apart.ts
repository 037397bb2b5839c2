import type { Observation } from '../../checks/evidence.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { type Condition, isColumn } from './read-conditions.ts';
import { failed, shippedRuns, tableUses } from './read-query.ts';
import { readSortOrder } from './sort-orders.ts';

/** Two columns of the order, each compared by itself with where the last page ended; the first of the order first. */
function findApart(seen: Observation, { evidence }: Recognition): readonly Condition[] | undefined {
  const nodes = listNodes(seen.plan.root);
  if (!nodes.some(({ kind }) => kind === 'Limit')) return undefined;
  for (const use of tableUses(seen, [])) {
    const walked = evidence.submission.indexes.find(
      ({ table, name }) => table === use.table && nodes.some(({ index }) => index === name),
    );
    const order = use.order.length > 0 ? use.order : (walked?.columns ?? []);
    const ranges = use.conditions.filter(
      ({ comparison, columns, expression }) =>
        comparison === 'range' && columns.length === 1 && isColumn(expression),
    );
    const found = order.flatMap((key) => {
      const { expression } = readSortOrder(key);
      return ranges.find((one) => one.expression === expression) ?? [];
    });
    if (found.length > 1) return found;
  }
  return undefined;
}

export const keysetApart: Misconception = {
  id: 'keyset-apart',
  title: 'The place to go on from is compared column by column',
  lesson: '/learn/queries/keyset/',
  recognise: (recognition) => {
    if (recognition.exercise.spec.task !== 'rewrite' || !failed(recognition, 'rows')) return undefined;
    for (const seen of shippedRuns(recognition.evidence.submission.observations)) {
      const [first, second] = findApart(seen, recognition) ?? [];
      if (!first || !second) continue;
      const [a, b] = [first.expression, second.expression];
      return `The rows come in the order of ${a} and then ${b}, and the query compares each by itself: ${a} ${first.operator} … and ${b} ${second.operator} …. What comes next in that order may have any ${b}, unless its ${a} is that of the last row: only there does ${b} decide. So rows with another ${a} are lost where their ${b} does not fit. Compare the two as one row, (${a}, ${b}) with (x, y): that goes from left to right, as the order does.`;
    }
    return undefined;
  },
};
