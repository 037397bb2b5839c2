import { foundEmptyTable } from './estimates.ts';
import { formatCount, formatPlural } from './format-figures.ts';
import { keptWhere } from './kept-where.ts';
import { isNeverExecuted, runsApart } from './metrics.ts';
import type { NodeActual, PlanNode } from './plan.ts';

/** The sentence of a join, a hash table or a cache of lookups that was run. */
export function explainJoin(node: PlanNode, actual: NodeActual): string | undefined {
  const outer = node.children.find((child) => child.relationship === 'Outer');
  const inner = node.children.find((child) => child.relationship === 'Inner');
  switch (node.kind) {
    case 'Nested Loop':
      return explainNestedLoop(node, actual, outer, inner);
    case 'Hash Join':
      return explainHashJoin(node, actual, outer, inner);
    case 'Merge Join':
      return explainMergeJoin(node, actual, outer, inner);
    case 'Hash':
      return explainHash(node, actual);
    case 'Memoize':
      return explainMemoize(actual);
    case 'Materialize':
      return explainMaterialize(node, actual);
    default:
      return undefined;
  }
}

const rows = (count: number) => formatPlural(count, 'row');

/** What became of the outer rows. */
function outcome(node: PlanNode, actual: NodeActual): string {
  const filtered = actual.rowsRemovedByFilter ?? 0;
  const after = filtered > 0 ? `, after the filter dropped ${formatCount(filtered)}` : '';
  switch (node.joinType) {
    case 'Semi':
    case 'Right Semi':
      return `${rows(actual.rows)} had a match${after}`;
    case 'Anti':
    case 'Right Anti':
      return actual.rows === 0
        ? `every row had a match, so none is left${after}`
        : `${rows(actual.rows)} had no match${after}`;
    case 'Left':
    case 'Right':
    case 'Full':
      return `${rows(actual.rows)}, those without a match filled with NULL${after}`;
    default:
      return actual.rows === 0 ? `nothing matched${after}` : `${rows(actual.rows)} matched${after}`;
  }
}

function explainNestedLoop(
  node: PlanNode,
  actual: NodeActual,
  outer: PlanNode | undefined,
  inner: PlanNode | undefined,
): string {
  const outerRows = outer?.actual?.rows ?? 0;
  if (outerRows === 0) return 'The outer side gave no row, so the inner side never ran.';
  const compared = actual.rowsRemovedByJoinFilter ?? 0;
  if (compared > 0 && isTheSameEachTime(inner)) {
    return `Compared ${formatCount(compared + actual.rows)} pairs of rows one by one and threw away ${formatCount(compared)} of them: no index or hash helps this condition.`;
  }
  const innerRows = inner?.actual?.rowsPerLoop ?? 0;
  const loops = inner?.actual?.loops ?? 0;
  const dropped = compared > 0 ? `, after the join filter dropped ${formatPlural(compared, 'pair')}` : '';
  if (isCartesian(node, inner) && actual.rows === Math.round(outerRows * innerRows)) {
    return `Paired each of ${rows(outerRows)} with each of ${rows(Math.round(innerRows))}: there is no join condition here.`;
  }
  const times = loops === 1 ? 'once' : `${formatCount(loops)} times`;
  const lead =
    outerRows === loops
      ? `${times}, once for each outer row`
      : `${times} for ${formatPlural(outerRows, 'outer row')}`;
  return `Ran the inner side ${loops === 1 ? 'once, for the one outer row' : lead}: ${outcome(node, actual)}${dropped}.`;
}

/** True where the inner side gives the same rows for every outer row: nothing is looked up in it. */
function isTheSameEachTime(inner: PlanNode | undefined): boolean {
  return inner?.kind === 'Materialize' || (inner?.kind === 'Seq Scan' && !inner.filter?.includes('.'));
}

/** True where nothing ties the inner side to the outer row. */
function isCartesian(node: PlanNode, inner: PlanNode | undefined): boolean {
  return node.joinType === 'Inner' && node.joinFilter === undefined && isTheSameEachTime(inner);
}

function explainHashJoin(
  node: PlanNode,
  actual: NodeActual,
  outer: PlanNode | undefined,
  inner: PlanNode | undefined,
): string {
  const apart = inner === undefined ? 1 : runsApart(inner);
  const [probes, held] = [outer?.actual?.rows ?? 0, Math.round((inner?.actual?.rows ?? 0) / apart)];
  if (inner && isNeverExecuted(inner)) return 'The outer side gave no row, so no hash table was built.';
  if (outer && isNeverExecuted(outer)) return 'The hash table stayed empty, so the outer side never ran.';
  const spilled = (inner?.actual?.hash?.batches ?? 1) > 1 ? ', in batches through temporary files' : '';
  if (held === 0 && probes === 0) return 'Neither side gave a row.';
  if (foundEmptyTable(node)) return `The hash table stayed empty, so the outer side was not read to its end.`;
  const each = apart > 1 ? ', each process in its own' : '';
  const dropped = actual.rowsRemovedByJoinFilter ?? 0;
  const pairs = dropped > 0 ? ` (${formatPlural(dropped, 'pair')} failed the join filter)` : '';
  return `Looked up ${rows(probes)} in a hash table of ${formatCount(held)}${each}${spilled}: ${outcome(node, actual)}${pairs}.`;
}

function explainMergeJoin(
  node: PlanNode,
  actual: NodeActual,
  outer: PlanNode | undefined,
  inner: PlanNode | undefined,
): string {
  const [left, right] = [outer?.actual?.rows ?? 0, inner?.actual?.rows ?? 0];
  const dropped = actual.rowsRemovedByJoinFilter ?? 0;
  const pairs = dropped > 0 ? `, after the join filter dropped ${formatPlural(dropped, 'pair')}` : '';
  return `Walked two sorted inputs side by side, ${formatCount(left)} and ${rows(right)}: ${outcome(node, actual)}${pairs}.`;
}

function explainHash(node: PlanNode, actual: NodeActual): string {
  const hash = actual.hash;
  const apart = runsApart(node);
  const held = rows(Math.round(actual.rows / apart));
  const built =
    apart > 1 ? `Built a hash table in each of ${formatCount(apart)} processes,` : 'Built a hash table';
  if (hash === undefined) return `${built} of ${held}.`;
  if (hash.batches > 1) {
    return `${held} did not fit in memory at once: split into ${formatCount(hash.batches)} batches, all but one by way of temporary files.`;
  }
  return `${built} of ${held} in ${formatCount(hash.memoryKb)} kB of memory.`;
}

function explainMemoize(actual: NodeActual): string {
  const cache = actual.memoize;
  if (cache === undefined) return 'A cache of lookups that was never asked.';
  const asked = cache.hits + cache.misses;
  const lost =
    cache.evictions > 0
      ? `, and ${formatCount(cache.evictions)} entries were thrown out for lack of memory`
      : '';
  if (cache.hits === 0)
    return `Remembered lookups in vain: none of ${formatCount(asked)} was asked for twice in time${lost}.`;
  return `Answered ${formatCount(cache.hits)} of ${formatCount(asked)} lookups from memory; only ${formatCount(cache.misses)} went below${lost}.`;
}

function explainMaterialize(node: PlanNode, actual: NodeActual): string {
  const held = node.children[0]?.actual?.rows ?? Math.round(actual.rowsPerLoop);
  const kept = `Kept ${rows(held)}${keptWhere(actual)}`;
  if (actual.loops > actual.processes)
    return `${kept} and handed them out ${formatCount(actual.loops)} times, so that the node below ran once.`;
  return actual.rows > held
    ? `${kept} and read some of them again for equal keys: ${formatCount(actual.rows)} in all.`
    : `${kept} so that they could be read again.`;
}
