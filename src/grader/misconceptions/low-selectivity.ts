import type { IndexEvidence, Observation } from '../../checks/evidence.ts';
import { listIndexes } from '../../plan/access-paths.ts';
import { formatCount, formatShare } from '../../plan/format-figures.ts';
import { describeCoarseSummary } from './coarse-summary.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { sameExpression } from './read-conditions.ts';
import {
  createdIndexes,
  pagesInWords,
  scansOf,
  shippedRuns,
  tableUses,
  usesIndex,
  worstRun,
} from './read-query.ts';

/** From about this share of the rows on, reading the table from end to end is the better plan. */
const MANY = 0.1;

function rareValue(recognition: Recognition): string | undefined {
  const { start, submission } = recognition.evidence;
  const left = new Set(submission.indexes.map(({ name }) => name));
  for (const seen of shippedRuns(submission.observations)) {
    const before = shippedRuns(start.observations, seen.query).find(
      ({ params }) => JSON.stringify(params) === JSON.stringify(seen.params),
    );
    const scan = scansOf(seen).find(({ kind }) => kind === 'Seq Scan');
    const gone =
      before &&
      scansOf(before)
        .flatMap(listIndexes)
        .find((name) => !left.has(name));
    if (!scan?.actual || !gone) continue;
    const share = scan.actual.rows / Math.max(1, scan.actual.rows + (scan.actual.rowsRemovedByFilter ?? 0));
    const lost = start.indexes.find(({ name }) => name === gone);
    if (share >= MANY || !lost || hasTwin(lost, start.indexes)) continue;
    return `${gone} is on a column with few different values, and still the query used it: the value that is asked for is ${formatShare(share)} of the rows. Without the index all of ${scan.relation} is read, ${pagesInWords(recognition.evidence, seen)}. What counts is how rare the wanted value is, not how many values there are.`;
  }
  return undefined;
}

function hasTwin(index: IndexEvidence, all: readonly IndexEvidence[]): boolean {
  return all.some(
    ({ name, table, columns }) =>
      name !== index.name && table === index.table && columns[0] === index.columns[0],
  );
}

function scanIsRight(recognition: Recognition, seen: Observation): string | undefined {
  for (const use of tableUses(seen, [])) {
    const scan = scansOf(seen).find(({ relation, kind }) => relation === use.table && kind === 'Seq Scan');
    const index = createdIndexes(recognition).find(
      ({ table, columns, predicate, method, name }) =>
        table === use.table &&
        predicate === undefined &&
        method === 'btree' &&
        !usesIndex(seen, name) &&
        use.conditions.some(({ expression }) => sameExpression(expression, columns[0] ?? '')),
    );
    if (!scan?.actual || !index) continue;
    const all = scan.actual.rows + (scan.actual.rowsRemovedByFilter ?? 0);
    const share = scan.actual.rows / Math.max(1, all);
    if (share < MANY) continue;
    return `PostgreSQL could use ${index.name} and does not: the condition keeps ${formatCount(scan.actual.rows)} of ${formatCount(all)} rows, ${formatShare(share)}. They lie on nearly every page, and reading the pages one after the other (${formatCount(seen.pages)}) is cheaper than jumping to each of them by way of an index. The planner is right; the query asks for too much to be helped by seeking.`;
  }
  return undefined;
}

export const lowSelectivity: Misconception = {
  id: 'low-selectivity',
  title: 'The index narrows down too little, or rarity was judged by the column',
  lesson: '/learn/foundations/selectivity/',
  recognise: (recognition) => {
    const worst = worstRun(recognition.evidence.submission.observations);
    return (
      describeCoarseSummary(recognition) ??
      rareValue(recognition) ??
      (worst ? scanIsRight(recognition, worst) : undefined)
    );
  },
};
