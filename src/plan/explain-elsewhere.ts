import { formatCount, formatPlural } from './format-figures.ts';
import type { NodeActual, PlanNode } from './plan.ts';

/** The sentence of a node whose work is done by another server, a wrapper or an extension, and that was run. */
export function explainElsewhere(node: PlanNode, actual: NodeActual): string | undefined {
  switch (node.kind) {
    case 'Foreign Scan':
      return explainForeignScan(node, actual);
    case 'Custom Scan':
      return `An extension (${node.extra['Custom Plan Provider'] ?? 'unnamed'}) did this in its own way: ${rows(actual.rows)}.`;
    case 'Named Tuplestore Scan':
      return `Read the rows that the statement changed, as its trigger sees them: ${rows(actual.rows)}${dropped(actual)}.`;
    default:
      return undefined;
  }
}

const rows = (count: number) => formatPlural(count, 'row');

function dropped({ rowsRemovedByFilter = 0 }: NodeActual): string {
  return rowsRemovedByFilter > 0
    ? `, after a filter here threw away ${formatCount(rowsRemovedByFilter)} that had come`
    : '';
}

/** What the wrapper says of itself tells where the rows come from: a file, or other tables than one. */
function explainForeignScan(node: PlanNode, actual: NodeActual): string {
  const { extra, relation, operation = 'Select' } = node;
  if (operation !== 'Select')
    return `Had the other server do the whole ${operation}: ${rows(actual.rows)}${dropped(actual)}.`;
  const file = extra['Foreign File'];
  if (typeof file === 'string')
    return `Read the file ${file} from its start to its end: ${rows(actual.rows)}${dropped(actual)}.`;
  const what = typeof extra.Relations === 'string' ? extra.Relations : (relation ?? 'a foreign table');
  const times = actual.loops > 1 ? `, ${formatCount(actual.loops)} times` : '';
  return `Asked another server for ${what}${times}: ${rows(actual.rows)}${dropped(actual)}.`;
}
