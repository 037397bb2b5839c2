import type { IndexEvidence, Observation } from '../../checks/evidence.ts';
import { formatCount } from '../../plan/format-figures.ts';
import type { Recognition } from './misconception.ts';
import { sameExpression } from './read-conditions.ts';
import { createdIndexes, failed, pagesInWords, scansOf, tableUses, worstRun } from './read-query.ts';

/** A summary that lets through this many times the wanted rows narrows nothing down. */
const COARSE = 5;
/** Pages of a range where CREATE INDEX does not say otherwise. */
const USUAL = 128;

/** BRIN that keeps one smallest and one greatest value of each range: bloom filters and several intervals say more. */
function isMinMax({ method, definition }: IndexEvidence): boolean {
  return method === 'brin' && !/_(bloom|minmax_multi)_ops\b/.test(definition);
}

function findRun(recognition: Recognition, index: IndexEvidence): Observation | undefined {
  const runs = recognition.evidence.submission.observations;
  const asks = runs.find((seen) =>
    tableUses(seen, []).some(
      ({ table, conditions }) =>
        table === index.table &&
        conditions.some(({ expression }) => sameExpression(expression, index.columns[0] ?? '')),
    ),
  );
  return asks && worstRun(runs, asks.query);
}

/** Why the ranges rule so little out: because each of them is long, or because of what lies in them. */
function reasonOf({ table, columns, definition }: IndexEvidence): string {
  const pages = Number(/pages_per_range\s*=\s*'?(\d+)/.exec(definition)?.[1] ?? USUAL);
  return pages > USUAL
    ? `With pages_per_range = ${pages} a range is ${formatCount(pages)} pages long, and each that could hold a wanted value is read as a whole`
    : `Here nearly every range of ${table} could hold the wanted values of ${columns[0]}, so next to nothing is ruled out`;
}

/** What is said of a BRIN index that lets through many times the rows that are wanted, where that costs too much. */
export function describeCoarseSummary(recognition: Recognition): string | undefined {
  const index = createdIndexes(recognition).find(isMinMax);
  if (!index || !failed(recognition, 'access', 'buffers', 'total', 'time')) return undefined;
  const run = findRun(recognition, index);
  const scan = run && scansOf(run).find(({ relation }) => relation === index.table);
  if (!run || !scan?.actual) return undefined;
  const { rows, rowsRemovedByRecheck = 0, rowsRemovedByFilter = 0 } = scan.actual;
  const removed = rowsRemovedByRecheck + rowsRemovedByFilter;
  if (removed < COARSE * Math.max(1, rows)) return undefined;
  return `A BRIN index keeps the smallest and the greatest value of each range of pages. ${reasonOf(index)}: ${formatCount(removed)} rows were looked at and thrown away for ${formatCount(rows)}. It reads ${pagesInWords(recognition.evidence, run)}. BRIN pays where a column grows with the place in the table and a range is short (${USUAL} pages where nothing else is said); otherwise a B-tree finds the rows one by one.`;
}
