import type { NodeContext } from './explain-node.ts';
import { formatCount, formatKb, formatPlural } from './format-figures.ts';
import { listBriefly, shorten } from './list-briefly.ts';
import type { NodeActual, PlanNode } from './plan.ts';

/** The sentence of a node that sorts, groups, limits or combines rows and was run. */
export function explainRows(node: PlanNode, actual: NodeActual, context: NodeContext): string | undefined {
  switch (node.kind) {
    case 'Sort':
      return explainSort(node, actual);
    case 'Incremental Sort':
      return explainIncrementalSort(node, actual);
    case 'Aggregate':
      return explainAggregate(node, actual, context);
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

/** How many processes had a part in it: some may have come too late. */
const sharers = ({ processes, loops }: NodeActual) => Math.min(processes, loops);

function explainSort(node: PlanNode, actual: NodeActual): string {
  const key = listBriefly(node.sortKey ?? []);
  const input = inputRows(node);
  const { sort } = actual;
  const share = sharers(actual) > 1 ? ` in ${formatCount(sharers(actual))} processes` : '';
  if (sort === undefined) return `Sorted ${rows(input)} by ${key}${share}.`;
  if (sort.onDisk) {
    return `Sorted ${rows(input)} by ${key}${share}; they did not fit in work_mem, so ${formatKb(sort.spaceKb)} went through disk.`;
  }
  const times = actual.loops > actual.processes ? `, ${formatCount(actual.loops)} times` : '';
  if (sort.method === 'top-N heapsort') {
    const each = rows(Math.round(input / actual.loops));
    if (share) return `Kept${share} only the first of ${each} by ${key}, in ${formatKb(sort.spaceKb)}.`;
    const kept = formatCount(Math.ceil(actual.rowsPerLoop));
    return `Kept only the first ${kept} of ${each} by ${key} while they came in, in ${formatKb(sort.spaceKb)}${times}.`;
  }
  return `Sorted ${rows(input)} by ${key}${share} in ${formatKb(sort.spaceKb)} of memory${times}.`;
}

function explainIncrementalSort(node: PlanNode, actual: NodeActual): string {
  const groups = (actual.incrementalSort?.fullGroups ?? 0) + (actual.incrementalSort?.presortedGroups ?? 0);
  const rest = listBriefly((node.sortKey ?? []).slice(node.presortedKey?.length ?? 0));
  const disk = actual.incrementalSort?.onDisk ? ', some of them on disk' : '';
  return `The rows came ordered by ${listBriefly(node.presortedKey ?? [])}; only ${formatPlural(groups, 'small group')} had to be sorted by ${rest}${disk}.`;
}

function explainAggregate(node: PlanNode, actual: NodeActual, { cutShort }: NodeContext): string {
  const input = inputRows(node);
  const having = actual.rowsRemovedByFilter ?? 0;
  const dropped = having > 0 ? `; HAVING dropped ${formatCount(having)} of them` : '';
  const [several, part] = [sharers(actual) > 1, node.partialMode === 'Partial' ? 'partial ' : ''];
  const groups = formatPlural(actual.rows + having, `${part}group`);
  if (node.partialMode === 'Finalize') return explainFinalize(node, input, `${groups}${dropped}`);
  const share = several ? `, each of ${formatCount(sharers(actual))} processes its own` : '';
  const times = actual.loops > actual.processes ? `, in ${formatCount(actual.loops)} runs` : share;
  const inner = sortedInside(actual);
  if (node.strategy === 'Plain')
    return `Reduced ${rows(input)} to ${formatCount(actual.rows)}${times}${inner}.`;
  if (node.strategy === 'Sorted') {
    return `Made ${groups} of ${rows(input)} that came in order already, holding one group at a time${share}${dropped}${inner}.`;
  }
  const hashed = actual.hashAggregate;
  if (hashed !== undefined && hashed.diskKb > 0) {
    return `Collected ${rows(input)} into ${groups}${share}; the hash table outgrew its memory and ${formatKb(hashed.diskKb)} went through disk in ${formatPlural(hashed.batches, 'batch', 'batches')}${dropped}.`;
  }
  const memory = hashed === undefined ? '' : ` of ${formatKb(hashed.memoryKb)}`;
  const sets = node.strategy === 'Mixed' ? ' for several groupings at once' : '';
  // How many groups there were, EXPLAIN does not say where a node above may have taken only some.
  if (cutShort) {
    return `Collected ${rows(input)} into groups in a hash table${memory}${sets} and gave ${formatPlural(actual.rows, 'group')}${times}.`;
  }
  return `Collected ${rows(input)} into ${groups} in a hash table${memory}${sets}${dropped}${times}.`;
}

/** Whether processes made the partial results below a node; otherwise each is of a partition. */
function isOfProcesses({ children }: PlanNode): boolean {
  return children.some(
    (child) =>
      child.kind === 'Gather' ||
      child.kind === 'Gather Merge' ||
      (child.partialMode !== 'Partial' && isOfProcesses(child)),
  );
}

/** `parts`: how many partial results came; `groups`: what became of them, in words. */
function explainFinalize(node: PlanNode, parts: number, groups: string): string {
  const [one, several] = isOfProcesses(node) ? ['process', 'processes'] : ['partition', 'partitions'];
  return node.strategy === 'Plain'
    ? `Added up the partial result of ${formatPlural(parts, one, several)}.`
    : `Merged ${formatPlural(parts, 'partial group')} of the ${several} into ${groups}.`;
}

/** Only what an aggregate sorts for itself, group by group, can leave such a node no memory. */
function sortedInside({ exclusiveBuffers }: NodeActual): string {
  const spilled = (exclusiveBuffers?.tempRead ?? 0) + (exclusiveBuffers?.tempWritten ?? 0) > 0;
  return spilled ? '; the DISTINCT or ORDER BY of an aggregate was sorted on disk' : '';
}

function explainUnique(node: PlanNode, actual: NodeActual): string {
  const input = inputRows(node);
  return `Dropped ${formatCount(input - actual.rows)} repeats among ${rows(input)} that came in order: ${formatCount(actual.rows)} left.`;
}

function explainWindow(node: PlanNode, actual: NodeActual): string {
  const window = node.window?.replace(/^.*? AS /, '').replace(/ ROWS UNBOUNDED PRECEDING/, '') ?? '()';
  const over = window === '()' ? '' : `, window ${shorten(window, 90)}`;
  const disk = actual.storage?.onDisk ? `; the window spilled ${formatKb(actual.storage.kb)} to disk` : '';
  const input = inputRows(node);
  if (node.runCondition === undefined) {
    return `Worked out a window function for each of ${rows(actual.rows)}${over}${disk}.`;
  }
  // PostgreSQL before 18 does not say whether there are partitions.
  if (node.window === undefined)
    return `Gave ${formatCount(actual.rows)} of ${rows(input)}: those before the run condition failed${disk}.`;
  if (/PARTITION BY/.test(window)) {
    return `Gave ${formatCount(actual.rows)} of ${rows(input)}: in each partition those before the run condition failed${over}${disk}.`;
  }
  return `Stopped after ${rows(input)}, where the run condition failed, and gave ${formatCount(actual.rows)}${over}${disk}.`;
}

function explainSetOp(node: PlanNode, actual: NodeActual): string {
  const [left, right] = setInputs(node).map((child) => child.actual?.rows ?? 0);
  const except = String(node.extra.Command ?? '').startsWith('Except');
  const what = except ? 'in the first input and not in the second' : 'in both inputs';
  return `Kept the rows ${what} (${formatCount(left ?? 0)} and ${rows(right ?? 0)}): ${formatCount(actual.rows)}.`;
}

/** Before 18, the two inputs of a set operation come through an Append, and maybe a Sort. */
function setInputs(node: PlanNode): readonly PlanNode[] {
  const [only, ...others] = node.children;
  return only !== undefined && others.length === 0 && /^(Append|Sort)$/.test(only.kind)
    ? setInputs(only)
    : node.children;
}

function explainLimit(node: PlanNode, actual: NodeActual): string {
  const [input] = node.children.filter(({ relationship }) => relationship === 'Outer');
  if (input?.actual?.loops === 0) return 'Asked for no row, so nothing below ran.';
  const skipped = inputRows(node) - actual.rows;
  if (skipped === 1 && node.startupCost === input?.startupCost) {
    return `Passed on ${rows(actual.rows)} and read one more.`;
  }
  if (skipped > 0)
    return `Read past ${rows(skipped)} to pass on ${formatCount(actual.rows)}: OFFSET does not jump.`;
  if (actual.loops > 1) {
    const most = formatCount(Math.ceil(actual.rowsPerLoop));
    return `Passed on ${rows(actual.rows)}, in each of ${formatCount(actual.loops)} runs at most ${most}.`;
  }
  return describeStop(node, input, actual.rows);
}

/** Whether a limit came into play, as far as the estimates tell: for a value known late the planner assumes a tenth. */
function describeStop(node: PlanNode, input: PlanNode | undefined, passed: number): string {
  const below = input?.planRows ?? 0;
  const guessed = Math.abs(node.planRows - below / 10) <= 1;
  if (passed < node.planRows && !guessed)
    return `Passed on ${passed === 0 ? 'no row' : rows(passed)}: there were fewer than it allows.`;
  if (below === node.planRows && below > 0) return `Passed on ${rows(passed)}.`;
  return `Stopped the plan below after ${rows(passed)}.`;
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
