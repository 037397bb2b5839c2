import type { NodeContext } from './explain-node.ts';
import { formatCount, formatPlural } from './format-figures.ts';
import { exclusivePages, runsApart } from './metrics.ts';
import type { NodeActual, PlanNode } from './plan.ts';
import { rows, target, thrownAway } from './scan-words.ts';

/** The sentence of a scan that read a table from its start. */
export function explainSeqScan(node: PlanNode, whole: NodeActual, context: NodeContext): string {
  const runs = runsApart(node);
  if (runs > 1) return explainScanApart(node, whole, runs);
  return explainScanOnce(node, whole, exclusivePages(node), context);
}

/** A table that each of several processes reads whole: the figures of one of them. */
function explainScanApart(node: PlanNode, whole: NodeActual, runs: number): string {
  const one: NodeActual = {
    ...whole,
    processes: 1,
    loops: 1,
    rows: Math.round(whole.rowsPerLoop),
    ...(whole.rowsRemovedByFilter !== undefined && { rowsRemovedByFilter: whole.rowsRemovedByFilter / runs }),
  };
  const pages = exclusivePages(node);
  const sentence = explainScanOnce(node, one, pages && Math.round(pages / runs), { cutShort: false });
  return `Each of ${formatCount(runs)} processes r${sentence.slice(1)}`;
}

function explainScanOnce(
  node: PlanNode,
  actual: NodeActual,
  pages: number | undefined,
  context: NodeContext,
): string {
  const sharers = Math.min(actual.processes, actual.loops);
  const share = sharers > 1 ? `, shared by ${formatCount(sharers)} processes,` : '';
  const removed = thrownAway(actual);
  if (actual.loops > actual.processes) {
    const cost = pages === undefined ? '' : `, ${formatPlural(pages, 'page')} in all`;
    return `Read ${target(node)} ${formatCount(actual.loops)} times over${cost}${removed ? `, and ${removed}` : ''}.`;
  }
  if (context.cutShort && actual.rows > 0 && node.planRows > actual.rows * 1.5) {
    const cost = pages === undefined ? '' : ` after ${formatPlural(pages, 'page')}`;
    const were = actual.rows === 1 ? 'was' : 'were';
    const found = `Read ${target(node)} from its start and stopped${cost}, when ${rows(actual.rows)} ${were} enough`;
    return `${found}${removed ? `; ${removed} on the way` : ''}.`;
  }
  const read = readsMore(node, pages)
    ? `the whole of ${target(node)}${share} and what its functions read, ${formatPlural(pages ?? 0, 'page')} in all,`
    : `${allPages(pages)} of ${target(node)}${share}`;
  if (removed) return `Read ${read} and ${removed}.`;
  if (actual.rows === 0) return `Read ${read.replace(/,$/, '')} and found no row.`;
  if (node.filter === undefined) return `Read ${read.replace(/,$/, '')}: ${rows(actual.rows)}.`;
  return `Read ${read} and kept every row: all ${formatCount(actual.rows)} passed the filter.`;
}

/** A scan of a whole table costs 1 for each page at least: what was read beyond was read by functions in its rows. */
function readsMore(node: PlanNode, pages: number | undefined): boolean {
  return pages !== undefined && node.totalCost > 0 && pages > 2 * node.totalCost;
}

/** `the one page`, `both pages`, `all 267 pages`, and without BUFFERS `the whole`. */
function allPages(pages: number | undefined): string {
  if (pages === undefined) return 'the whole';
  return pages === 1 ? 'the one page' : pages === 2 ? 'both pages' : `all ${formatPlural(pages, 'page')}`;
}
