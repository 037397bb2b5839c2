import type { IndexEvidence } from '../../checks/evidence.ts';
import { listAncestors } from '../../plan/metrics.ts';
import type { Recognition } from './misconception.ts';
import { mentions, sameExpression } from './read-conditions.ts';
import { askedUses, createdIndexes, scansOf, shippedRuns, type TableUse } from './read-query.ts';
import { ordersOf, readSortOrder, type SortOrder, type Unserved, whyUnserved } from './sort-orders.ts';

/** In what way the columns of a B-tree stand in the wrong order for a query. */
export interface IndexShape {
  readonly kind: 'range-first' | 'wrong-lead' | 'unsorted';
  readonly index: IndexEvidence;
  readonly use: TableUse;
  /** The expression that a condition seeks by. */
  readonly sought: string;
  /** The column that is in the way, or the sort key that is not served. */
  readonly column: string;
  /** Of `unsorted`: what keeps the index from giving the sort key. */
  readonly why?: Unserved;
}

interface Fit {
  readonly index: IndexEvidence;
  readonly use: TableUse;
  /** Whether a run goes through it from one end until enough rows fit, such as for a maximum. */
  readonly walked: boolean;
  readonly equal: readonly string[];
  readonly others: readonly string[];
  /** Sort keys that no equality fixes, as they are printed and as they are meant. */
  readonly order: readonly string[];
  readonly sorted: readonly SortOrder[];
}

const has = (list: readonly string[], expression: string) =>
  list.some((one) => sameExpression(one, expression));

/**
 * What a partial index's own predicate is about need not be sought in it, unless it is one of its columns too. That a
 * column has a value says nothing of which.
 */
function fitOf(index: IndexEvidence, use: TableUse, walked: boolean): Fit {
  const predicate = (index.predicate ?? '').replaceAll(/\w+ IS NOT NULL/g, '');
  const byIndex = use.conditions.filter(
    ({ columns, expression }) =>
      has(index.columns, expression) || !columns.some((column) => mentions(predicate, column)),
  );
  const equal = byIndex.filter(({ comparison }) => comparison === 'equal');
  const others = byIndex.filter(({ comparison }) => comparison !== 'equal' && comparison !== 'or');
  const fixed = equal.map(({ expression }) => expression);
  const order = use.order.filter((key) => !has(fixed, readSortOrder(key).expression));
  return {
    index,
    use,
    walked,
    equal: fixed,
    others: others.map(({ expression }) => expression),
    order,
    sorted: order.map(readSortOrder),
  };
}

function orderProblem({ index, use, walked, equal, others, sorted }: Fit): IndexShape | undefined {
  const [lead = '', ...rest] = index.columns;
  if (has(equal, lead)) return undefined;
  const later = rest.find((column) => has(equal, column) || has(others, column));
  const keys = sorted.map(({ expression }) => expression);
  const inUse = has(others, lead) || (keys[0] !== undefined && sameExpression(keys[0], lead));
  const laterEqual = rest.find((column) => has(equal, column));
  const missing = equal[0];
  if (has(others, lead) && missing === undefined) return undefined;
  if ((inUse || has(keys, lead)) && laterEqual !== undefined)
    return { kind: 'range-first', index, use, sought: laterEqual, column: lead };
  // A value that is given and not in the index at all tells more than a range that is in it.
  if (later !== undefined)
    return { kind: 'wrong-lead', index, use, sought: laterEqual ?? missing ?? later, column: lead };
  if ((inUse || walked) && missing !== undefined)
    return { kind: 'wrong-lead', index, use, sought: missing, column: lead };
  return undefined;
}

interface Served {
  /** How many sort keys come in order. */
  readonly keys: number;
  /** Why the next one does not, where there is a next one. */
  readonly why?: Unserved;
}

/** The sort keys that an index gives in order behind the columns that are fixed by equality. */
function servedKeys({ index, equal, sorted }: Fit): Served {
  const held = ordersOf(index);
  let at = 0;
  while (at < held.length && has(equal, held[at]?.expression ?? '')) at += 1;
  let turned: boolean | undefined;
  for (const [keys, key] of sorted.entries()) {
    turned ??= (held[at]?.descending ?? false) !== key.descending;
    const why = whyUnserved(held[at], key, turned);
    if (why) return { keys, why };
    at += 1;
  }
  return { keys: sorted.length };
}

function sortProblem(fit: Fit): IndexShape | undefined {
  const { index, use, equal, others, order, sorted } = fit;
  const [lead = ''] = index.columns;
  const [first] = sorted;
  const usable = has(equal, lead) || has(others, lead) || index.predicate !== undefined;
  if (!first || use.limit === undefined || !usable) return undefined;
  const { keys, why } = servedKeys(fit);
  const byRange = has(others, first.expression);
  const needed = byRange ? Math.min(2, sorted.length) : 1;
  if (why === undefined || keys >= needed) return undefined;
  return { kind: 'unsorted', index, use, sought: lead, column: order[keys] ?? '', why };
}

/** Whether an index holds all that a query asks of its table: every condition, and the order. */
function serves(fit: Fit): boolean {
  const held = [...fit.equal, ...fit.others].every((expression) => has(fit.index.columns, expression));
  return held && orderProblem(fit) === undefined && sortProblem(fit) === undefined;
}

/** Whether every column of an index is asked for by one query, which it serves: then it was made for that one. */
function isMadeFor(fit: Fit): boolean {
  const asked = [...fit.equal, ...fit.others, ...fit.sorted.map(({ expression }) => expression)];
  return asked.length > 0 && serves(fit) && fit.index.columns.every((column) => has(asked, column));
}

/** Indexes that a query's runs go through below a LIMIT, without a place to begin at. */
function walkedIn({ evidence }: Recognition, query: string): ReadonlySet<string> {
  const runs = shippedRuns(evidence.submission.observations, query);
  const scans = runs.flatMap((seen) =>
    scansOf(seen).filter(
      ({ id, filter, indexCond }) =>
        filter !== undefined &&
        indexCond === undefined &&
        listAncestors(seen.plan, id).some(({ kind }) => kind === 'Limit'),
    ),
  );
  return new Set(scans.flatMap(({ index }) => index ?? []));
}

/**
 * Fits that an index may be blamed for: not those of a query that some index serves, nor of an index that was made for
 * another query.
 */
function blamable(recognition: Recognition): readonly Fit[] {
  const uses = askedUses(recognition);
  const fitsOf = (indexes: readonly IndexEvidence[]) =>
    indexes
      .filter(({ method }) => method === 'btree')
      .flatMap((index) =>
        uses
          .filter(({ table }) => table === index.table)
          .map((use) => fitOf(index, use, walkedIn(recognition, use.query).has(index.name))),
      );
  const served = new Set(
    fitsOf(recognition.evidence.submission.indexes)
      .filter(serves)
      .map(({ use }) => use),
  );
  const fits = fitsOf(createdIndexes(recognition));
  const made = new Set(fits.filter(isMadeFor).map(({ index }) => index.name));
  return fits.filter(({ index, use }) => !served.has(use) && !made.has(index.name));
}

/** What is wrong with the order of columns in the B-trees that a submission created; the graver problem first. */
export function findIndexShapes(recognition: Recognition): readonly IndexShape[] {
  const fits = blamable(recognition);
  const inOrder = fits.flatMap((fit) => orderProblem(fit) ?? []);
  return inOrder.length > 0 ? inOrder : fits.flatMap((fit) => sortProblem(fit) ?? []);
}

/** The equality and the range have an index each: neither holds both. */
export function isSplit(shape: IndexShape, recognition: Recognition): boolean {
  return createdIndexes(recognition).some(
    (other) =>
      other.name !== shape.index.name &&
      other.table === shape.index.table &&
      sameExpression(other.columns[0] ?? '', shape.sought),
  );
}
