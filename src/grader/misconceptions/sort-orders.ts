import type { IndexEvidence } from '../../checks/evidence.ts';
import { sameExpression, splitList, withoutBrackets } from './read-conditions.ts';

/** One key of an ORDER BY or of a B-tree: what is sorted, which way, and on which end NULL stands. */
export interface SortOrder {
  readonly expression: string;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** Why an index does not go on with a sort key: another column comes next, it runs the other way, or NULL is elsewhere. */
export type Unserved = 'column' | 'direction' | 'nulls';

/** Reads `created_at DESC NULLS LAST`; what is not said is as PostgreSQL has it: NULL counts as the largest value. */
export function readSortOrder(key: string): SortOrder {
  const [, expression = key, direction, nulls] =
    /^(.*?)(?: (ASC|DESC))?(?: NULLS (FIRST|LAST))?$/s.exec(key.trim()) ?? [];
  const descending = direction === 'DESC';
  const nullsFirst = nulls === undefined ? descending : nulls === 'FIRST';
  return { expression: withoutBrackets(expression), descending, nullsFirst };
}

/** The list in the first brackets behind `USING btree`. */
function keyList(definition: string): string {
  const from = / USING \w+ \(/.exec(definition);
  const rest = from ? definition.slice(from.index + from[0].length - 1) : '';
  const closes = rest.search(/\)(?= (INCLUDE|NULLS NOT DISTINCT|WITH|WHERE|TABLESPACE) |$)/);
  return rest.slice(1, closes < 0 ? undefined : closes);
}

/** The keys of an index as its definition writes them, each with its operator class and collation where they are named. */
export function writtenKeys(index: IndexEvidence): readonly SortOrder[] {
  return splitList(keyList(index.definition)).map(readSortOrder);
}

/** In which order an index holds its key columns; their expressions are those of the evidence. */
export function ordersOf(index: IndexEvidence): readonly SortOrder[] {
  const written = writtenKeys(index);
  return index.columns.map((expression, at) => ({
    descending: written[at]?.descending ?? false,
    nullsFirst: written[at]?.nullsFirst ?? false,
    expression,
  }));
}

/** What keeps an index key from giving a sort key, forwards or, where `turned`, read from its end. */
export function whyUnserved(held: SortOrder | undefined, wanted: SortOrder, turned: boolean) {
  if (!held || !sameExpression(held.expression, wanted.expression)) return 'column';
  if ((held.descending !== wanted.descending) !== turned) return 'direction';
  return (held.nullsFirst !== wanted.nullsFirst) !== turned ? 'nulls' : undefined;
}
