import { formatBytes, formatCount, formatPlural } from './format-figures.ts';
import { keptWhere } from './kept-where.ts';
import type { NodeActual, PlanNode } from './plan.ts';

/** The sentence of a node that makes rows, hands them on or writes them, and was run. */
export function explainOther(node: PlanNode, actual: NodeActual): string | undefined {
  switch (node.kind) {
    case 'ModifyTable':
      return explainModify(node, actual);
    case 'CTE Scan':
      return explainCteScan(node, actual);
    case 'WorkTable Scan':
      return `Read the rows that the round before had found, in ${formatPlural(actual.loops, 'round')}: ${rows(actual.rows)}.`;
    case 'Recursive Union':
      return explainRecursiveUnion(node, actual);
    case 'Subquery Scan':
      return explainSubqueryScan(node, actual);
    case 'Function Scan':
    case 'Table Function Scan':
      return `Called ${node.functionName ?? 'a function'}, which gave ${rows(seen(actual))}${filtered(actual)}.`;
    case 'Values Scan':
      return `Read ${rows(seen(actual))} written out in the query itself${filtered(actual)}.`;
    case 'Result':
      return explainResult(node, actual);
    case 'ProjectSet':
      return `Called a set-returning function for each row below and gave ${rows(actual.rows)}.`;
    case 'LockRows':
      return `Locked ${rows(actual.rows)} against other writers, one by one.`;
    case 'Gather':
    case 'Gather Merge':
      return explainGather(node, actual);
    default:
      return undefined;
  }
}

const rows = (count: number) => formatPlural(count, 'row');
const seen = (actual: NodeActual) => actual.rows + (actual.rowsRemovedByFilter ?? 0);

function filtered(actual: NodeActual): string {
  const removed = actual.rowsRemovedByFilter ?? 0;
  return removed > 0 ? `; the filter threw away ${formatCount(removed)} of them` : '';
}

const verbs: Readonly<Record<string, string>> = {
  Insert: 'Inserted',
  Update: 'Updated',
  Delete: 'Deleted',
  Merge: 'Merged',
};

function explainModify(node: PlanNode, actual: NodeActual): string {
  const input = node.children.find((child) => child.relationship === 'Outer')?.actual?.rows ?? actual.rows;
  const { tuples, wal } = actual;
  const log = wal === undefined || wal.bytes === 0 ? '' : `; ${formatBytes(wal.bytes)} of WAL`;
  const verb = verbs[node.operation ?? ''] ?? 'Changed';
  if (tuples === undefined)
    return `${verb} ${rows(input)} ${prepositions[verb] ?? 'in'} ${node.relation}${log}.`;
  if (node.operation === 'Merge') {
    const parts = (['inserted', 'updated', 'deleted', 'skipped'] as const).flatMap((what) =>
      tuples[what] > 0 ? [`${formatCount(tuples[what])} ${what}`] : [],
    );
    const done = parts.length > 0 ? parts.join(', ') : 'nothing to do';
    return `Merged ${rows(input)} into ${node.relation}: ${done}${log}.`;
  }
  const unchanged = node.extra['Rows Removed by Conflict Filter'];
  const kept =
    typeof unchanged === 'number' && unchanged > 0 ? `, whose WHERE spared ${formatCount(unchanged)}` : '';
  const nothing = node.extra['Conflict Resolution'] === 'NOTHING';
  const met = `${formatCount(tuples.conflicting)} met a row that was there already`;
  const end =
    tuples.conflicting === 0
      ? 'none met a conflict'
      : `${met} and ${nothing ? 'were left out' : `took the UPDATE${kept}`}`;
  return `Inserted ${formatCount(tuples.inserted)} of ${rows(input)} into ${node.relation}; ${end}${log}.`;
}

const prepositions: Readonly<Record<string, string>> = { Inserted: 'into', Updated: 'in', Deleted: 'from' };

function explainCteScan(node: PlanNode, actual: NodeActual): string {
  const removed = actual.rowsRemovedByFilter ?? 0;
  const times = actual.loops > 1 ? ` ${formatCount(actual.loops)} times` : '';
  const place = keptWhere(actual);
  const kept = `Read the result of ${node.cteName}${place && `, kept${place}`}${times && `,${times}`}`;
  if (removed === 0) return `${kept}: ${rows(actual.rows)}.`;
  return `${kept}, and threw away ${formatCount(removed)} of ${rows(seen(actual))}: no index can help on a stored result.`;
}

function explainRecursiveUnion(node: PlanNode, actual: NodeActual): string {
  const [start, step] = node.children.filter((child) => child.relationship !== 'InitPlan');
  const rounds = step?.actual?.loops ?? 0;
  return `Began with ${rows(start?.actual?.rows ?? 0)} and repeated the recursive part ${rounds === 1 ? 'once' : `${formatCount(rounds)} times`} until it found nothing new: ${rows(actual.rows)}.`;
}

function explainSubqueryScan(node: PlanNode, actual: NodeActual): string {
  const removed = actual.rowsRemovedByFilter ?? 0;
  const name = node.alias ?? 'the subquery';
  if (removed === 0) return `Handed on the ${rows(actual.rows)} of the subquery ${name}.`;
  return `Took the rows of the subquery ${name} and threw away ${formatCount(removed)} of ${rows(seen(actual))}, each of which had been worked out before.`;
}

function explainResult(node: PlanNode, actual: NodeActual): string {
  if (node.oneTimeFilter === 'false') return 'The planner proved that no row can match, so nothing was read.';
  if (node.oneTimeFilter !== undefined) {
    return actual.rows === 0
      ? 'Tested a condition that needs no row, once; it was false, so nothing below ran.'
      : `Tested a condition that needs no row, once; it was true: ${rows(actual.rows)}.`;
  }
  const parts = node.children.filter((child) => child.subplanName?.startsWith('InitPlan')).length;
  if (parts > 0) return `Put one row together from ${formatPlural(parts, 'sub-plan')} that ran before it.`;
  return node.children.length > 0
    ? `Worked out expressions for ${rows(actual.rows)}.`
    : 'Made one row without reading any table.';
}

function explainGather(node: PlanNode, actual: NodeActual): string {
  const [planned, launched] = [node.workersPlanned ?? 0, node.workersLaunched ?? 0];
  const order = node.kind === 'Gather Merge' ? ', keeping their order' : '';
  if (launched === 0) {
    return `Planned ${formatPlural(planned, 'worker')} and got none, so one process did all the work: ${rows(actual.rows)}.`;
  }
  const of = launched < planned ? ` (${formatCount(planned)} were planned)` : '';
  return `Collected ${rows(actual.rows)} from ${formatPlural(launched, 'worker')}${of} and the leader${order}.`;
}
