import { formatCount, formatPlural } from './format-figures.ts';
import type { NodeActual, PlanNode } from './plan.ts';

/** The table of a scan, as a sentence names it. */
export const target = (node: PlanNode) => node.relation ?? node.alias ?? 'the table';
/** `1 row`, `22 rows`. */
export const rows = (count: number) => formatPlural(count, 'row');

/** `and threw away 199,993 of 200,000 rows`; undefined where the filter let everything through. */
export function thrownAway(actual: NodeActual): string | undefined {
  const removed = actual.rowsRemovedByFilter ?? 0;
  if (removed === 0) return undefined;
  const seen = removed + actual.rows;
  if (actual.rows === 0) return `threw away every one of ${rows(removed)}`;
  return `threw away ${formatCount(removed)} of ${rows(seen)}`;
}
