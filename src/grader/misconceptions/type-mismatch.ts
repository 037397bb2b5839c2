import type { IndexEvidence } from '../../checks/evidence.ts';
import { findOtherKind, methodInWords } from './index-methods.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { type Condition, sameExpression } from './read-conditions.ts';
import { askedUses, compares, createdIndexes, onlyRowsFailed, pagesInWords, worstRun } from './read-query.ts';

const NUMBER_CAST = /^\(?"?\w+"?\)?::(smallint|integer|bigint|numeric|real|double precision)$/;
const SORTED = new Set(['=', '<', '>', '<=', '>=', '<>']);

export interface Mismatch {
  readonly kind: 'cast' | 'result' | 'operator';
  readonly condition: Condition;
  readonly query: string;
  readonly index?: IndexEvidence;
}

/** `->` gives a JSON value and `->>` a text: the same place, of another type. */
function differsInType(indexed: string, asked: string): boolean {
  const asText = (expression: string) => expression.replaceAll(/->(?!>)/g, '->>');
  return !sameExpression(indexed, asked) && sameExpression(asText(indexed), asText(asked));
}

function mismatchOf(condition: Condition, indexes: readonly IndexEvidence[], query: string) {
  if (NUMBER_CAST.test(condition.expression)) return { kind: 'cast', condition, query } as const;
  for (const index of indexes) {
    if (index.columns.some((column) => differsInType(column, condition.expression)))
      return { kind: 'result', condition, query, index } as const;
    const sorted = index.method === 'btree' || index.method === 'hash';
    const foreign = condition.comparison === 'other' && !SORTED.has(condition.operator);
    if (sorted && foreign && condition.operator !== '' && compares(condition, index.columns[0] ?? ''))
      return { kind: 'operator', condition, query, index } as const;
  }
  return undefined;
}

/** A comparison whose types or whose operator are not those that an index is made for. */
export function findTypeMismatch(recognition: Recognition): Mismatch | undefined {
  for (const use of askedUses(recognition)) {
    const indexes = createdIndexes(recognition).filter(({ table }) => table === use.table);
    for (const condition of use.conditions) {
      const found = mismatchOf(condition, indexes, use.query);
      if (found) return found;
    }
  }
  return undefined;
}

function reasonOf({ kind, condition, index }: Mismatch): string {
  if (kind === 'cast')
    return `The two sides have different types, so PostgreSQL converts the column: the plan compares ${condition.expression}. The index holds the column as it is. Convert the other side, to the type that the column has.`;
  if (kind === 'result')
    return `${index?.name} holds ${index?.columns[0]}, and the query compares ${condition.expression}: the same place, as a value of another type. Index exactly what is compared.`;
  if (!index) return '';
  const other = findOtherKind(condition, index);
  return `${index.name} is ${methodInWords(index)}, which knows ${index.method === 'hash' ? '=' : '=, < and >'} only. The query asks with ${condition.operator}, and that takes another kind of index${other ? `, ${other} for example` : ''}.`;
}

export const typeMismatch: Misconception = {
  id: 'type-mismatch',
  title: 'The types or the operator do not match the index',
  lesson: '/learn/queries/sargable/',
  recognise: (recognition) => {
    const found = onlyRowsFailed(recognition) ? undefined : findTypeMismatch(recognition);
    const run = found && worstRun(recognition.evidence.submission.observations, found.query);
    if (!found || !run) return undefined;
    return `${reasonOf(found)} It reads ${pagesInWords(recognition.evidence, run)}.`;
  },
};
