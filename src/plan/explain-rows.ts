import { formatCount, formatKb, formatPlural } from './format-figures.ts';
import type { NodeActual, PlanNode } from './plan.ts';

/** The sentence of a node that sorts, groups, limits or combines rows and was run. */
export function explainRows(node: PlanNode, actual: NodeActual): string | undefined {
  switch (node.kind) {
    case 'Sort':
      return explainSort(node, actual);
    case 'Incremental Sort':
      return explainIncrementalSort(node, actual);
    case 'Aggregate':
      return explainAggregate(node, actual);
    case 'Group':
    case 'Unique':
      return explainUnique(node, actual);
    case 'WindowAgg':
      return explainWindow(node, actual);
    case 'SetOp':
      return explainSetOp(node, actual);
    case 'Limit':
      return explainLimit(node, actual);
    case 'Append':
      return explainAppend(node, actual, 'Put together the rows of');
    case 'Merge Append':
      return explainAppend(node, actual, 'Merged, in order, the rows of');
    default:
      return undefined;
  }
}

const rows = (count: number) => formatPlural(count, 'row');

/** Rows that came in from the nodes below. */
function inputRows(node: PlanNode): number {
  const inputs = node.children.filter(
    ({ relationship }) => relationship !== 'InitPlan' && relationship !== 'SubPlan',
  );
  return inputs.reduce((sum, child) => sum + (child.actual?.rows ?? 0), 0);
}

function explainSort(node: PlanNode, actual: NodeActual): string {
  const key = (node.sortKey ?? []).join(', ');
  const input = inputRows(node);
  const { sort } = actual;
  if (sort === undefined) return `Sorted ${rows(input)} by ${key}.`;
  if (sort.onDisk) {
    return `Sorted ${rows(input)} by ${key}; they did not fit in work_mem, so ${formatKb(sort.spaceKb)} went through disk.`;
  }
  const times = actual.loops > actual.processes ? `, ${formatCount(actual.loops)} times` : '';
  if (sort.method === 'top-N heapsort') {
    const kept = Math.ceil(actual.rowsPerLoop);
    return `Kept only the first ${formatCount(kept)} of ${rows(Math.round(input / actual.loops))} by ${key} while they came in, in ${formatKb(sort.spaceKb)}${times}.`;
  }
  return `Sorted ${rows(input)} by ${key} in ${formatKb(sort.spaceKb)} of memory${times}.`;
}

function explainIncrementalSort(node: PlanNode, actual: NodeActual): string {
  const groups = (actual.incrementalSort?.fullGroups ?? 0) + (actual.incrementalSort?.presortedGroups ?? 0);
  const rest = (node.sortKey ?? []).slice(node.presortedKey?.length ?? 0).join(', ');
  const disk = actual.incrementalSort?.onDisk ? ', some of them on disk' : '';
  return `The rows came ordered by ${(node.presortedKey ?? []).join(', ')}; only ${formatPlural(groups, 'small group')} had to be sorted by ${rest}${disk}.`;
}

function explainAggregate(node: PlanNode, actual: NodeActual): string {
  const input = inputRows(node);
  const having = actual.rowsRemovedByFilter ?? 0;
  const dropped = having > 0 ? `; HAVING dropped ${formatCount(having)} of them` : '';
  const groups = formatPlural(actual.rows + having, 'group');
  if (node.partialMode === 'Finalize') {
    return node.strategy === 'Plain'
      ? `Added up the partial result of ${formatPlural(input, 'process', 'processes')}.`
      : `Merged ${formatPlural(input, 'partial group')} of the processes into ${groups}${dropped}.`;
  }
  const times = actual.loops > actual.processes ? `, in ${formatCount(actual.loops)} runs` : '';
  if (node.strategy === 'Plain') return `Reduced ${rows(input)} to ${formatCount(actual.rows)}${times}.`;
  if (node.strategy === 'Sorted') {
    return `Made ${groups} of ${rows(input)} that came in order already, holding one group at a time${dropped}.`;
  }
  const hashed = actual.hashAggregate;
  if (hashed !== undefined && hashed.diskKb > 0) {
    return `Collected ${rows(input)} into ${groups}; the hash table outgrew its memory and ${formatKb(hashed.diskKb)} went through disk in ${formatPlural(hashed.batches, 'batch', 'batches')}${dropped}.`;
  }
  const memory = hashed === undefined ? '' : ` of ${formatKb(hashed.memoryKb)}`;
  const several = node.strategy === 'Mixed' ? ' for several groupings at once' : '';
  return `Collected ${rows(input)} into ${groups} in a hash table${memory}${several}${dropped}${times}.`;
}

function explainUnique(node: PlanNode, actual: NodeActual): string {
  const input = inputRows(node);
  return `Dropped ${formatCount(input - actual.rows)} repeats among ${rows(input)} that came in order: ${formatCount(actual.rows)} left.`;
}

function explainWindow(node: PlanNode, actual: NodeActual): string {
  const window = node.window?.replace(/^.*? AS /, '').replace(/ ROWS UNBOUNDED PRECEDING/, '') ?? '()';
  const over = window === '()' ? '' : `, window ${window}`;
  const disk = actual.storage?.onDisk ? `; the window spilled ${formatKb(actual.storage.kb)} to disk` : '';
  if (node.runCondition !== undefined) {
    return `Numbered rows until the run condition failed, and so stopped after ${rows(inputRows(node))}${over}.`;
  }
  return `Worked out a window function for each of ${rows(actual.rows)}${over}${disk}.`;
}

function explainSetOp(node: PlanNode, actual: NodeActual): string {
  const [left, right] = node.children.map((child) => child.actual?.rows ?? 0);
  const except = String(node.extra.Command ?? '').startsWith('Except');
  const what = except ? 'in the first input and not in the second' : 'in both inputs';
  return `Kept the rows ${what} (${formatCount(left ?? 0)} and ${rows(right ?? 0)}): ${formatCount(actual.rows)}.`;
}

function explainLimit(node: PlanNode, actual: NodeActual): string {
  const skipped = inputRows(node) - actual.rows;
  const each =
    actual.loops > 1
      ? `, in each of ${formatCount(actual.loops)} runs at most ${formatCount(Math.ceil(actual.rowsPerLoop))}`
      : '';
  if (skipped > 0)
    return `Read past ${rows(skipped)} to pass on ${formatCount(actual.rows)}: OFFSET does not jump.`;
  return actual.loops > 1
    ? `Passed on ${rows(actual.rows)}${each}.`
    : `Stopped the plan below after ${rows(actual.rows)}.`;
}

function explainAppend(node: PlanNode, actual: NodeActual, verb: string): string {
  const removed = node.subplansRemoved ?? 0;
  const idle = node.children.filter((child) => child.actual?.loops === 0).length;
  const members = node.children.filter((child) => child.relationship === 'Member').length;
  const notes = [
    removed > 0 &&
      `${formatCount(removed)} of ${formatCount(removed + members)} were ruled out when the query started`,
    idle > 0 && `${formatCount(idle)} of ${formatCount(members)} never had to run`,
  ].filter(Boolean);
  const why = notes.length > 0 ? `; ${notes.join(', ')}` : '';
  return `${verb} ${formatPlural(members - idle, 'input')}: ${rows(actual.rows)}${why}.`;
}
