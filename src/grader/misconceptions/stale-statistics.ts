import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import { describes } from './correlated-columns.ts';
import { findWrongEstimate, type WrongEstimate } from './estimates-off.ts';
import { findTooManyGroups } from './groups-off.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { isColumn } from './read-conditions.ts';
import { compares, createdIndexes, failed, scansOf } from './read-query.ts';

/** Past this factor an estimate leads to other plans. */
const FAR_OFF = 10;

/** Where the estimate is about an expression: a created index that holds it, of which nothing has been collected. */
function findUncollected(recognition: Recognition, { scan, conditions }: WrongEstimate) {
  return createdIndexes(recognition).find(
    ({ table, columns, collected }) =>
      collected === false &&
      table === scan.relation &&
      columns.some((column) => !isColumn(column) && conditions.some((one) => compares(one, column))),
  );
}

/** An order form that nobody has filled, beside groups that the planner cannot count. */
function describeGroups(recognition: Recognition): string | undefined {
  if (!failed(recognition, 'estimate', 'buffers', 'total', 'node', 'temp', 'sort')) return undefined;
  const groups = findTooManyGroups(recognition.evidence.submission.observations);
  const read = groups ? scansOf(groups.seen).map(({ relation }) => relation) : [];
  const object = (recognition.evidence.statistics ?? []).find(
    ({ created, collected, table, kinds }) =>
      created &&
      !collected &&
      read.includes(table) &&
      kinds.includes(groups?.byExpression ? 'expressions' : 'ndistinct'),
  );
  return groups && object
    ? `${object.name} says what to collect, and nothing has been collected since. The planner expects ${formatPlural(groups.expected, 'group')} and gets ${formatCount(groups.actual)}. CREATE STATISTICS is an order form; ANALYZE afterwards fills it.`
    : undefined;
}

/** A scan whose rows nobody has counted as they are. */
function describeScan(recognition: Recognition): string | undefined {
  const wrong = findWrongEstimate(recognition);
  if (!wrong) return undefined;
  const columns = [...new Set(wrong.conditions.flatMap((condition) => condition.columns))];
  const object = describes(recognition, wrong);
  const { expected, actual } = wrong.estimate;
  const figures = `The planner expects ${formatPlural(expected, 'row')} of ${wrong.scan.relation} and gets ${formatCount(actual)}.`;
  const fresh = findUncollected(recognition, wrong);
  if (fresh)
    return `${figures} ${fresh.name} is sorted by ${fresh.columns.join(', ')}, and that is no column: nobody has counted its values yet, so the planner guesses, and prepares the rest of the plan for its guess. CREATE INDEX collects no statistics. ANALYZE ${wrong.scan.relation} does, of the expressions of indexes as well.`;
  if (columns.length > 1)
    return object && !object.collected
      ? `${object.name} says what to collect, and nothing has been collected since. ${figures} CREATE STATISTICS is an order form; ANALYZE afterwards fills it.`
      : undefined;
  const plain = wrong.conditions.every(({ expression }) => isColumn(expression));
  if (wrong.estimate.factor < FAR_OFF || !plain) return undefined;
  return `${figures} Its statistics of ${columns.join(', ') || 'the table'} are older than the rows. Plans are chosen by statistics, not by a look at the table: a value that came in since is thought not to exist. ANALYZE ${wrong.scan.relation} collects them again; VACUUM alone does not.`;
}

export const staleStatistics: Misconception = {
  id: 'stale-statistics',
  title: 'The statistics do not know of it yet',
  lesson: '/learn/plans/estimates/',
  recognise: (recognition) => describeScan(recognition) ?? describeGroups(recognition),
};
