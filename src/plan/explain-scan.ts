import type { NodeContext } from './explain-node.ts';
import { explainSeqScan } from './explain-seq-scan.ts';
import { formatCount, formatPlural, formatShare } from './format-figures.ts';
import { exclusivePages, pagesOf, runsApart } from './metrics.ts';
import type { NodeActual, PlanNode } from './plan.ts';
import { rows, target, thrownAway } from './scan-words.ts';

/** The sentence of a node that reads a table or an index and was run. */
export function explainScan(node: PlanNode, actual: NodeActual, context: NodeContext): string | undefined {
  switch (node.kind) {
    case 'Seq Scan':
      return explainSeqScan(node, actual, context);
    case 'Index Scan':
      return explainIndexScan(node, actual, context);
    case 'Index Only Scan':
      return explainIndexOnlyScan(node, actual, context);
    case 'Bitmap Heap Scan':
      return explainBitmapHeapScan(node, actual);
    case 'Bitmap Index Scan':
      return explainBitmapIndexScan(node, actual);
    case 'BitmapAnd':
      return `Kept only the places that ${node.children.length === 2 ? 'both' : `all ${formatCount(node.children.length)}`} bitmaps below name.`;
    case 'BitmapOr':
      return `Joined ${formatCount(node.children.length)} bitmaps into one: a place is kept if any of them names it.`;
    case 'Tid Scan':
      return `Fetched ${formatPlural(actual.rows, 'row')} straight by address, no index needed${inPages(node)}.`;
    case 'Tid Range Scan':
      return `Read only the range of pages that the condition on ctid names: ${figures(node, actual)}.`;
    case 'Sample Scan':
      return explainSampleScan(node, actual);
    default:
      return undefined;
  }
}

/** `: 22 pages`, or nothing without BUFFERS. */
function inPages(node: PlanNode): string {
  const pages = exclusivePages(node);
  return pages === undefined ? '' : `: ${formatPlural(pages, 'page')}`;
}

function figures(node: PlanNode, actual: NodeActual): string {
  const pages = exclusivePages(node);
  return pages === undefined ? rows(actual.rows) : `${formatPlural(pages, 'page')}, ${rows(actual.rows)}`;
}

/** How often the index was searched, and why more than once; empty for a single search. */
function searches(node: PlanNode, actual: NodeActual): string {
  const count = Math.max(actual.indexSearches ?? 0, actual.loops);
  if (count <= actual.processes) return '';
  const times = formatPlural(count, 'search', 'searches');
  if (count <= actual.loops) return times;
  if (/= ANY/.test(node.indexCond ?? '')) return `${times} for the values of the list`;
  return `${times} (it skips from one leading value to the next)`;
}

function explainIndexScan(node: PlanNode, actual: NodeActual, context: NodeContext): string {
  const removed = thrownAway(actual);
  const recheck = actual.rowsRemovedByRecheck ?? 0;
  const tail = [removed && `then ${removed}`, recheck > 0 && `${rows(recheck)} failed the recheck`].filter(
    Boolean,
  );
  const more = tail.length > 0 ? `, ${tail.join('; ')}` : '';
  const entries = formatPlural(actual.rows + (actual.rowsRemovedByFilter ?? 0) + recheck, 'entry', 'entries');
  const back = node.scanDirection === 'Backward' ? ' backwards' : '';
  if (node.orderBy !== undefined) {
    return `Took ${rows(actual.rows)} from ${node.index} nearest first, with no sort${inPages(node)}${more}.`;
  }
  if (node.indexCond === undefined) {
    const stop =
      context.cutShort && node.planRows > actual.rows * 1.05
        ? `, stopping after ${rows(actual.rows)}`
        : `: ${rows(actual.rows)}`;
    const runs = runsApart(node);
    const apart = runs > 1 ? `, each of ${formatCount(runs)} processes for itself` : '';
    return `Followed ${node.index}${back} for its order${apart}${stop}${pageTail(node)}${more}.`;
  }
  const how = searches(node, actual);
  if (actual.rows + (actual.rowsRemovedByFilter ?? 0) === 0) {
    return `Searched ${node.index}${how ? ` (${how})` : ''} and found no entry${inPages(node)}.`;
  }
  if (actual.loops > actual.processes) {
    return `Fetched ${rows(actual.rows)} from ${target(node)} by ${how} of ${node.index}${inPages(node)}${more}.`;
  }
  const walk = how ? ` in ${how}` : '';
  const each = entries === '1 entry' ? 'its row' : 'each row';
  return `Walked ${node.index}${back} to ${entries}${walk} and fetched ${each} from ${target(node)}${inPages(node)}${more}.`;
}

function pageTail(node: PlanNode): string {
  const pages = exclusivePages(node);
  return pages === undefined ? '' : `, ${formatPlural(pages, 'page')}`;
}

function explainIndexOnlyScan(node: PlanNode, actual: NodeActual, context: NodeContext): string {
  const fetches = actual.heapFetches ?? 0;
  const removed = thrownAway(actual);
  const more = removed ? `; a filter then ${removed}` : '';
  const seen = actual.rows + (actual.rowsRemovedByFilter ?? 0);
  const how = searches(node, actual);
  if (fetches > 0) {
    const share = seen > 0 ? ` (${formatShare(Math.min(1, fetches / seen))})` : '';
    return `Read ${node.index}, but went to ${target(node)} for ${rows(fetches)}${share} on pages not marked all-visible: ${figures(node, actual)}${more}.`;
  }
  if (seen === 0)
    return `Searched ${node.index}${how ? ` (${how})` : ''} and found no entry${inPages(node)}.`;
  const stop = context.cutShort && node.planRows > actual.rows * 1.5 ? ', stopping early' : '';
  const untouched = how || stop ? '' : `; ${target(node)} itself was not touched`;
  return `Answered from ${node.index} alone${how ? `, in ${how}` : ''}${stop}: ${figures(node, actual)}${more}${untouched}.`;
}

function explainBitmapHeapScan(node: PlanNode, actual: NodeActual): string {
  const lossy = actual.lossyHeapBlocks ?? 0;
  const blocks = (actual.exactHeapBlocks ?? 0) + lossy;
  // Before 18, PostgreSQL counts these blocks in the leader alone.
  const pages = blocks > 0 && actual.processes === 1 ? blocks : exclusivePages(node);
  const visited = pages === undefined ? 'pages' : formatPlural(pages, 'page');
  const each = actual.loops > actual.processes ? ` in ${formatCount(actual.loops)} rounds` : '';
  const removed = thrownAway(actual);
  const recheck = actual.rowsRemovedByRecheck ?? 0;
  if (lossy > 0 && actual.exactHeapBlocks === 0) {
    return `Read ${visited} of ${target(node)} that the index could name by page only: ${formatCount(recheck)} of ${rows(recheck + actual.rows)} dropped on recheck.`;
  }
  if (lossy > 0) {
    return `Visited ${visited} of ${target(node)}; the bitmap outgrew work_mem and named ${formatCount(lossy)} of them as whole pages, so ${rows(recheck)} had to be read and dropped.`;
  }
  if (actual.rows === 0 && !removed) return `The bitmap named nothing to visit in ${target(node)}.`;
  const found = removed ? `and ${removed}` : `for ${rows(actual.rows)}`;
  return `Visited the ${visited} of ${target(node)} that the bitmap named${each}, in page order, ${found}.`;
}

function explainBitmapIndexScan(node: PlanNode, actual: NodeActual): string {
  const pages = pagesOf(node);
  const cost = pages === undefined ? '' : ` from ${formatPlural(pages, 'page')} of the index`;
  const how = searches(node, actual);
  const times = how ? `, in ${how}` : '';
  return `Collected ${formatPlural(actual.rows, 'row address', 'row addresses')}${cost}${times}.`;
}

function explainSampleScan(node: PlanNode, actual: NodeActual): string {
  const method = String(node.extra['Sampling Method'] ?? 'system');
  const how =
    method === 'bernoulli' ? 'Read every page and drew rows at random' : 'Read pages drawn at random';
  const removed = thrownAway(actual);
  return `${how} from ${target(node)}: ${figures(node, actual)}${removed ? `, after it ${removed}` : ''}.`;
}
