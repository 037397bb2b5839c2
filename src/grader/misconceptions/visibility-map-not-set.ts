import type { IndexEvidence, Observation } from '../../checks/evidence.ts';
import { listIndexes } from '../../plan/access-paths.ts';
import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import { listAncestors, listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { columnsOf } from './read-conditions.ts';
import { failed, scansOf, worstRun } from './read-query.ts';

/** Words of an output list that could be columns: EXPLAIN leaves the alias out where there is one table only. */
function wordsOf(text: string): readonly string[] {
  const bare = text.replaceAll(/'[^']*'|::\w+( \w+)*|\((hashed )?(InitPlan|SubPlan) \d+\)(\.\w+)?/g, '');
  return [...bare.matchAll(/(?<![.\w])(\w+)(?![\w.(])/g)].map(([, word]) => word ?? '');
}

/** `t.*` as one value, such as in count(t): every column of the row is needed, whatever the query does with it. */
function isWholeRow(text: string, alias: string): boolean {
  return text
    .replaceAll('"', '')
    .split(/[^\w.*]/)
    .includes(`${alias}.*`);
}

/** What stands for all columns of a table among those that are needed. */
export const WHOLE_ROW = '*';

/** Columns of a scanned table that the query needs: what the nodes above use, not what the scan happens to pass on. */
function neededColumns(seen: Observation, scan: PlanNode): readonly string[] {
  const alias = scan.alias ?? scan.relation ?? '';
  const above = listAncestors(seen.plan, scan.id);
  const single = scansOf(seen).length === 1;
  const outputs = (above.length > 0 ? above : [scan]).flatMap(({ output }) => output ?? []);
  const conditions = [...above, ...listNodes(scan)].flatMap((node) =>
    [node.filter, node.indexCond, node.recheckCond, node.hashCond, node.mergeCond, node.joinFilter].flatMap(
      (text) => text ?? [],
    ),
  );
  const keys = above.flatMap(({ sortKey, groupKey }) => [...(sortKey ?? []), ...(groupKey ?? [])]);
  const named = [...outputs, ...conditions, ...keys].flatMap((text) => columnsOf(text, alias));
  const bare = single ? outputs.flatMap(wordsOf).filter((word) => Number.isNaN(Number(word))) : [];
  const whole = [...outputs, ...conditions, ...keys].some((text) => isWholeRow(text, alias));
  return [...new Set([...(whole ? [WHOLE_ROW] : []), ...named, ...bare])];
}

export interface Lookup {
  readonly seen: Observation;
  readonly scan: PlanNode;
  readonly index: IndexEvidence;
  /** Needed columns that the index does not hold. */
  readonly missing: readonly string[];
}

/** How the worst run of a query that should be answered from an index alone gets at its table. */
export function findLookup(recognition: Recognition): Lookup | undefined {
  const wanted = recognition.exercise.spec.checks.some(
    (check) => check.kind === 'heap-fetches' || (check.kind === 'access' && check.via === 'index-only'),
  );
  if (!wanted || !failed(recognition, 'heap-fetches', 'access')) return undefined;
  const seen = worstRun(recognition.evidence.submission.observations);
  for (const scan of seen ? scansOf(seen) : []) {
    const index = recognition.evidence.submission.indexes.find(
      ({ name, table }) => table === scan.relation && listIndexes(scan).includes(name),
    );
    if (!seen || !index) continue;
    const held = [...index.columns, ...index.included];
    return {
      seen,
      scan,
      index,
      missing: neededColumns(seen, scan).filter((column) => !held.includes(column)),
    };
  }
  return undefined;
}

export const visibilityMapNotSet: Misconception = {
  id: 'visibility-map-not-set',
  title: 'The index covers the query, and the table is visited all the same',
  lesson: '/learn/indexing/covering/',
  recognise: (recognition) => {
    const found = findLookup(recognition);
    if (!found || found.missing.length > 0) return undefined;
    const { seen, scan, index } = found;
    const fetches = scan.actual?.heapFetches;
    const how =
      fetches === undefined
        ? `so the planner chose a ${scan.name} (${formatPlural(seen.pages, 'page')})`
        : `so ${formatCount(fetches)} rows were fetched from the table to make sure (${formatPlural(seen.pages, 'page')})`;
    return `${index.name} holds every column that the query needs. But an index does not know which row versions are still valid; the visibility map does, one bit for a page, and a page that was written to loses its bit. Many pages of ${index.table} have lost theirs, ${how}. VACUUM sets the bits again; VACUUM FULL does not, it writes the table anew without them.`;
  },
};
