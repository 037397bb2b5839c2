import type { Evidence, IndexEvidence, Observation } from '../../checks/evidence.ts';
import { accessOf, listIndexes } from '../../plan/access-paths.ts';
import { isNeverExecuted, listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Recognition } from './misconception.ts';
import { type Condition, readConditions, sameExpression } from './read-conditions.ts';

/** What a query asks of one table: how its rows are chosen, joined and ordered. */
export interface TableUse {
  readonly query: string;
  readonly table: string;
  readonly alias: string;
  /** Of WHERE and of joins. */
  readonly conditions: readonly Condition[];
  /** Sort keys that are this table's own, in their order: `created_at DESC`. */
  readonly order: readonly string[];
  /** Sort keys that are distances from a point, `place <-> '(1,2)'`, read as conditions are. */
  readonly distances: readonly Condition[];
  /** Rows that LIMIT keeps, where there is one. */
  readonly limit?: number;
}

/** The runs on the data as it is shipped: of one query, or of all. */
export function shippedRuns(observations: readonly Observation[], query?: string): readonly Observation[] {
  return observations.filter(
    (seen) => seen.variant === 'shipped' && (query === undefined || seen.query === query),
  );
}

/** The run that read most pages: the one that a message is about. */
export function worstRun(observations: readonly Observation[], query?: string): Observation | undefined {
  const runs = shippedRuns(observations, query);
  return runs.reduce<Observation | undefined>(
    (worst, seen) => (worst && worst.pages >= seen.pages ? worst : seen),
    undefined,
  );
}

/** The indexes that the submission made. */
export function createdIndexes({ evidence }: Recognition): readonly IndexEvidence[] {
  return evidence.submission.indexes.filter((index) => index.created);
}

/** Whether a check of one of these kinds failed. */
export function failed({ checks }: Recognition, ...kinds: readonly string[]): boolean {
  return checks.some(({ kind, state }) => state === 'failed' && kinds.includes(kind));
}

/** Whether it reads as it should, and what is wrong are the rows alone: then no advice about reading is wanted. */
export function onlyRowsFailed({ checks }: Recognition): boolean {
  const wrong = checks.filter(({ state }) => state === 'failed');
  return wrong.length > 0 && wrong.every(({ kind }) => kind === 'rows');
}

/** Nodes that read a table and ran. */
export function scansOf(seen: Observation): readonly PlanNode[] {
  return listNodes(seen.plan.root).filter((node) => accessOf(node) !== undefined && !isNeverExecuted(node));
}

/** Whether a run read an index. */
export function usesIndex(seen: Observation, name: string): boolean {
  return scansOf(seen).some((node) => listIndexes(node).includes(name));
}

function conditionsOf(seen: Observation, scan: PlanNode, alias: string): readonly Condition[] {
  const below = listNodes(scan).filter((node) => node === scan || node.kind === 'Bitmap Index Scan');
  const own = below.flatMap((node) => [node.indexCond, node.filter, node.recheckCond]);
  const joins = listNodes(seen.plan.root).flatMap((node) => [node.hashCond, node.mergeCond, node.joinFilter]);
  const all = [...own, ...joins].flatMap((text) => readConditions(text, alias));
  return all.filter((one, at) => all.findIndex(({ text }) => text === one.text) === at);
}

/** Where no Sort is seen under a LIMIT, the rows come in an index's order: that of the index that is walked. */
function orderOf(seen: Observation, scan: PlanNode, alias: string, indexes: readonly IndexEvidence[]) {
  const nodes = listNodes(seen.plan.root);
  const sort = nodes.find(({ sortKey }) => sortKey?.some((key) => key.startsWith(`${alias}.`)));
  if (sort?.sortKey) {
    return sort.sortKey.flatMap((key) => (key.startsWith(`${alias}.`) ? [key.slice(alias.length + 1)] : []));
  }
  const walked = indexes.find(({ name }) => name === scan.index);
  const limited = nodes.some(({ kind }) => kind === 'Limit');
  return limited && walked && scan.indexCond === undefined ? walked.columns : [];
}

function distancesOf(seen: Observation, alias: string): readonly Condition[] {
  const keys = listNodes(seen.plan.root).flatMap(({ sortKey }) => sortKey ?? []);
  return keys.flatMap((key) => readConditions(key, alias)).filter(({ operator }) => operator === '<->');
}

function limitOf(seen: Observation): number | undefined {
  return listNodes(seen.plan.root).find(({ kind }) => kind === 'Limit')?.actual?.rowsPerLoop;
}

/** What a run asks of each table that it reads. */
export function tableUses(seen: Observation, indexes: readonly IndexEvidence[]): readonly TableUse[] {
  const limit = limitOf(seen);
  return scansOf(seen).map((scan) => {
    const alias = scan.alias ?? scan.relation ?? '';
    return {
      query: seen.query,
      table: scan.relation ?? '',
      alias,
      conditions: conditionsOf(seen, scan, alias),
      order: orderOf(seen, scan, alias, indexes),
      distances: distancesOf(seen, alias),
      ...(limit === undefined ? {} : { limit }),
    };
  });
}

/** What the queries ask: of a `rewrite` the submitted one, of other tasks the workload as it was at the start. */
export function askedUses({ evidence, exercise }: Recognition): readonly TableUse[] {
  const side = exercise.spec.task === 'rewrite' ? evidence.submission : evidence.start;
  const runs = shippedRuns(side.observations);
  const first = runs.filter((seen, at) => runs.findIndex(({ query }) => query === seen.query) === at);
  return first.flatMap((seen) => tableUses(seen, side.indexes));
}

/** Pages of a query's worst run, and what the same run read at the start. */
export function pagesInWords(evidence: Evidence, seen: Observation): string {
  const params = JSON.stringify(seen.params);
  const start = shippedRuns(evidence.start.observations, seen.query).find(
    (run) => JSON.stringify(run.params) === params,
  );
  const pages = `${seen.pages.toLocaleString('en')} pages`;
  if (!start) return pages;
  return start.pages === seen.pages
    ? `${pages}, as many as at the start`
    : `${pages}, where the start read ${start.pages.toLocaleString('en')}`;
}

/** Whether an index column is the expression that a condition compares. */
export function compares(condition: Condition, expression: string): boolean {
  return sameExpression(condition.expression, expression);
}
