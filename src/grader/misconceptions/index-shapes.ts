import type { IndexEvidence } from '../../checks/evidence.ts';
import type { Recognition } from './misconception.ts';
import { mentions, sameExpression } from './read-conditions.ts';
import { askedUses, compares, createdIndexes, type TableUse } from './read-query.ts';

/** In what way the columns of a B-tree stand in the wrong order for a query. */
export interface IndexShape {
  readonly kind: 'range-first' | 'wrong-lead' | 'unsorted';
  readonly index: IndexEvidence;
  readonly use: TableUse;
  /** The expression that a condition seeks by. */
  readonly sought: string;
  /** The column that is in the way, or the sort key that is not served. */
  readonly column: string;
}

interface Fit {
  readonly index: IndexEvidence;
  readonly use: TableUse;
  readonly equal: readonly string[];
  readonly others: readonly string[];
  readonly sorted: readonly string[];
}

const has = (list: readonly string[], expression: string) =>
  list.some((one) => sameExpression(one, expression));
const withoutDirection = (key: string) => key.replace(/ (ASC|DESC)?( ?NULLS (FIRST|LAST))?$/, '');

function fitOf(index: IndexEvidence, use: TableUse): Fit {
  const byIndex = use.conditions.filter(
    ({ columns }) => !columns.some((column) => mentions(index.predicate ?? '', column)),
  );
  const equal = byIndex.filter(({ comparison }) => comparison === 'equal');
  const others = byIndex.filter(({ comparison }) => comparison !== 'equal' && comparison !== 'or');
  return {
    index,
    use,
    equal: equal.map(({ expression }) => expression),
    others: others.map(({ expression }) => expression),
    sorted: use.order.map(withoutDirection),
  };
}

function orderProblem({ index, use, equal, others, sorted }: Fit): IndexShape | undefined {
  const [lead = '', ...rest] = index.columns;
  if (has(equal, lead)) return undefined;
  const later = rest.find((column) => has(equal, column) || has(others, column));
  const inUse = has(others, lead) || (sorted[0] !== undefined && sameExpression(sorted[0], lead));
  const laterEqual = rest.find((column) => has(equal, column));
  const missing = equal[0];
  if (has(others, lead) && missing === undefined) return undefined;
  if ((inUse || has(sorted, lead)) && laterEqual !== undefined)
    return { kind: 'range-first', index, use, sought: laterEqual, column: lead };
  if (later !== undefined) return { kind: 'wrong-lead', index, use, sought: later, column: lead };
  if (inUse && missing !== undefined)
    return { kind: 'wrong-lead', index, use, sought: missing, column: lead };
  return undefined;
}

/** `DESC` or nothing for each key column, read off the definition. */
function directionsOf(index: IndexEvidence): readonly string[] {
  const list = /USING \w+ \((.*)\)/.exec(index.definition)?.[1] ?? '';
  return list.split(/,(?![^(]*\))/).map((column) => (/ DESC\b/.test(column) ? 'DESC' : ''));
}

/** How many sort keys an index gives in order behind the columns that are fixed by equality. */
function servedKeys({ index, use, equal, sorted }: Fit): number {
  const directions = directionsOf(index);
  let at = 0;
  while (at < index.columns.length && has(equal, index.columns[at] ?? '')) at += 1;
  let served = 0;
  let turned: boolean | undefined;
  for (const key of sorted) {
    if (has(equal, key)) served += 1;
    else {
      const same = sameExpression(index.columns[at] ?? '', key);
      const turn = (directions[at] === 'DESC') !== / DESC\b/.test(use.order[served] ?? '');
      if (!same || (turned !== undefined && turned !== turn)) break;
      turned = turn;
      served += 1;
      at += 1;
    }
  }
  return served;
}

function sortProblem(fit: Fit): IndexShape | undefined {
  const { index, use, equal, others, sorted } = fit;
  const [lead = ''] = index.columns;
  const usable = has(equal, lead) || has(others, lead) || index.predicate !== undefined;
  if (sorted.length === 0 || use.limit === undefined || !usable) return undefined;
  const served = servedKeys(fit);
  const needed = has(others, sorted[0] ?? '') ? Math.min(2, sorted.length) : 1;
  if (served >= needed) return undefined;
  return { kind: 'unsorted', index, use, sought: lead, column: use.order[served] ?? '' };
}

/** What is wrong with the order of columns in the B-trees that a submission created; the graver problem first. */
export function findIndexShapes(recognition: Recognition): readonly IndexShape[] {
  const fits = createdIndexes(recognition)
    .filter(({ method }) => method === 'btree')
    .flatMap((index) =>
      askedUses(recognition)
        .filter(({ table }) => table === index.table)
        .map((use) => fitOf(index, use)),
    );
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

/** Conditions of the asked queries on a table that an index column would serve. */
export function isAskedFor(recognition: Recognition, table: string, column: string): boolean {
  return askedUses(recognition).some(
    (use) => use.table === table && use.conditions.some((condition) => compares(condition, column)),
  );
}
