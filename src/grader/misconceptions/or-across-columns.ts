import type { IndexEvidence, Observation } from '../../checks/evidence.ts';
import { listAncestors, listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import { heavyRuns } from './heavy-runs.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { type Condition, readConditions, sameExpression } from './read-conditions.ts';
import { failed, pagesInWords, scansOf, worstRun } from './read-query.ts';
import { ordersOf, readSortOrder, type SortOrder } from './sort-orders.ts';

interface Found {
  readonly run: Observation;
  readonly scan: PlanNode;
  readonly condition: Condition;
}

const inWords = (list: readonly string[]) => list.join(', ').replace(/, ([^,]+)$/, ' and $1');

function aliasOf(scan: PlanNode): string {
  return scan.alias ?? scan.relation ?? '';
}

/** A filter of a run that is an OR over several columns, where no BitmapOr answers it. */
function findOrIn(run: Observation): Found | undefined {
  for (const scan of scansOf(run)) {
    if (listNodes(scan).some(({ kind }) => kind === 'BitmapOr')) continue;
    const condition = readConditions(scan.filter, aliasOf(scan)).find(
      ({ comparison, columns }) => comparison === 'or' && columns.length > 1,
    );
    if (condition) return { run, scan, condition };
  }
  return undefined;
}

/** In the longest run, or in one that weighs much in a workload that reads too much. */
function findOr(recognition: Recognition): Found | undefined {
  const longest = worstRun(recognition.evidence.submission.observations);
  for (const run of [...(longest ? [longest] : []), ...heavyRuns(recognition)]) {
    const found = findOrIn(run);
    if (found) return found;
  }
  return undefined;
}

/** In which order the rows are wanted, as far as the OR speaks of it: the sort above, or the index that is walked. */
function orderOf({ run, scan, condition }: Found, indexes: readonly IndexEvidence[]): readonly SortOrder[] {
  const begin = `${aliasOf(scan)}.`;
  const sorted = listAncestors(run.plan, scan.id)
    .flatMap(({ sortKey }) => sortKey ?? [])
    .flatMap((key) => (key.startsWith(begin) ? [readSortOrder(key.slice(begin.length))] : []));
  const walked = indexes.find(({ name }) => name === scan.index);
  const keys = sorted.length > 0 || !walked ? sorted : ordersOf(walked);
  return keys.filter(
    ({ expression }, at) =>
      condition.columns.includes(expression) && keys.findIndex((one) => one.expression === expression) === at,
  );
}

/** Where the query stays as it is: an index for each side, and which of them is not there. */
function adviceOnIndexes({ scan, condition }: Found, indexes: readonly IndexEvidence[]): string {
  const without = condition.columns.filter(
    (column) =>
      !indexes.some(
        ({ table, columns }) => table === scan.relation && sameExpression(columns[0] ?? '', column),
      ),
  );
  const none = without.length > 0 ? ` No index begins with ${without.join(' or with ')}.` : '';
  return `Each side of the OR needs an index that begins with its column: PostgreSQL then looks up each side in its own index, and joins the two bitmaps.${none}`;
}

/** How else the same can be asked for. */
function adviceOnQuery(found: Found, indexes: readonly IndexEvidence[]): string {
  const order = orderOf(found, indexes);
  if (order.length < 2)
    return 'Ask for each side by itself, and join the results by UNION ALL; a row that fits both sides must come once only.';
  const row = `(${order.map(({ expression }) => expression).join(', ')})`;
  const values = `(${['x', 'y', 'z', '…'].slice(0, order.length).join(', ')})`;
  if (order.some(({ descending }) => descending !== order[0]?.descending)) {
    const bound = found.scan.indexCond
      ? '; and a bound that both sides share begins before all that was shown already'
      : '';
    return `The order is downwards in one column and upwards in another, so one comparison of ${row} with ${values} cannot say it${bound}. What is wanted lies in more than one range of that order: ask for each range by itself, in the order and with the LIMIT, join them by UNION ALL, and take the first of all.`;
  }
  const common = found.scan.indexCond ? '' : ', or add the condition that both sides have in common';
  return `Say it as one comparison of rows, ${row} with ${values}, which is a single place in an index on ${row}${common}.`;
}

export const orAcrossColumns: Misconception = {
  id: 'or-across-columns',
  title: 'An index cannot seek by an OR across columns',
  lesson: '/learn/plans/bitmap-scans/',
  recognise: (recognition) => {
    const { evidence, exercise } = recognition;
    const found = failed(recognition, 'access', 'buffers', 'total', 'time') ? findOr(recognition) : undefined;
    if (!found) return undefined;
    const { indexes } = evidence.submission;
    const advice =
      exercise.spec.task === 'rewrite' ? adviceOnQuery(found, indexes) : adviceOnIndexes(found, indexes);
    return `The condition on ${inWords(found.condition.columns)} is an OR, so it stays a filter: an index can begin at one place, and either side of the OR begins at another. One row after another is held against it: ${pagesInWords(evidence, found.run)}. ${advice}`;
  },
};
