import { accessOf } from '../../plan/access-paths.ts';
import type { Estimate } from '../../plan/estimates.ts';
import {
  formatBytes,
  formatCount,
  formatFactor,
  formatKb,
  formatPlural,
  formatShare,
} from '../../plan/format-figures.ts';
import { listBriefly, shorten } from '../../plan/list-briefly.ts';
import { isNeverExecuted } from '../../plan/metrics.ts';
import type { NodeActual, PlanNode } from '../../plan/plan.ts';

/** What a colour stands for: three ways to reach rows, and what is done with them. */
export type Family = 'seq' | 'index' | 'bitmap' | 'work';

const families: Readonly<Record<string, Family>> = {
  'Seq Scan': 'seq',
  'Sample Scan': 'seq',
  'Index Scan': 'index',
  'Index Only Scan': 'index',
  'Tid Scan': 'index',
  'Tid Range Scan': 'index',
  'Bitmap Heap Scan': 'bitmap',
  'Bitmap Index Scan': 'bitmap',
  BitmapAnd: 'bitmap',
  BitmapOr: 'bitmap',
};

/** The family whose colour a node has. */
export function familyOf(node: PlanNode): Family {
  return families[node.kind] ?? 'work';
}

/** Characters of a condition that a heading has room for; the whole stands under More. */
const LONGEST = 120;

/** What a node is about, after its name: `on orders o using orders_pkey`, `on i.order_id = o.id`, `by total DESC`. */
export function describeTarget(node: PlanNode): string {
  const condition = node.hashCond ?? node.mergeCond ?? (node.joinType && node.joinFilter);
  if (condition !== undefined) return `on ${shorten(condition.replace(/^\((.*)\)$/, '$1'), LONGEST)}`;
  const source = node.relation ?? node.cteName ?? node.functionName;
  const named =
    source === undefined
      ? node.alias
      : node.alias === source
        ? source
        : `${source} ${node.alias ?? ''}`.trim();
  const on = named === undefined ? '' : `on ${named}`;
  const using = node.index === undefined ? '' : `using ${node.index}`;
  const keys = node.sortKey ?? node.groupKey;
  const by = keys !== undefined && accessOf(node) === undefined ? `by ${listBriefly(keys)}` : '';
  return [on, using, by].filter(Boolean).join(' ');
}

/** `Seq Scan on orders o`: one name for links, without the index. */
export function nameBriefly(node: PlanNode): string {
  const target = describeTarget(node);
  const brief = node.relation === undefined ? target : target.replace(/ using .*/, '');
  return `${node.name} ${brief}`.trim();
}

/** Why a part of the plan hangs where it does, for parts that are no input of the node above. */
export function describeBranch(node: PlanNode): string | undefined {
  if (node.subplanName === undefined) return undefined;
  if (node.relationship === 'SubPlan') return `${node.subplanName}, ${runs(node.actual)}`;
  if (node.subplanName.startsWith('CTE ')) return `${node.subplanName}, read below by CTE Scan`;
  return `${node.subplanName}, run once, when it is first needed`;
}

/** A sub-plan whose rows are kept in a hash table is run once, others whenever a row asks. */
function runs(actual: NodeActual | undefined): string {
  if (actual === undefined || actual.loops === 0) return 'run when a row asks for it';
  if (actual.loops > 1 && actual.loops <= actual.processes)
    return `run once in each of ${formatCount(actual.loops)} processes`;
  return actual.loops === 1 ? 'run once' : `run ${formatCount(actual.loops)} times, when a row asked for it`;
}

/** Bitmaps are not counted in rows, and a write without RETURNING gives none. */
export function givesRows(node: PlanNode): boolean {
  return !(
    node.kind === 'BitmapAnd' ||
    node.kind === 'BitmapOr' ||
    (node.kind === 'ModifyTable' && (node.actual?.rows ?? node.planRows) === 0)
  );
}

export interface EstimateText {
  /** The rows expected of one loop. */
  readonly expected: string;
  /** Where that alone would mislead: `10 in each of 50 loops`, `stopped early`, `50 times too low`. */
  readonly words?: string;
  /** True from twofold on: worth a second look. */
  readonly off: boolean;
}

/** The estimate beside what came, in words. */
export function describeEstimate(node: PlanNode, estimate: Estimate | undefined): EstimateText | undefined {
  const loops = node.actual?.loops ?? 0;
  if (estimate === undefined || loops === 0) return undefined;
  const expected = formatCount(Math.round(estimate.expected));
  const each =
    loops > (node.actual?.processes ?? 1)
      ? [`${formatCount(estimate.actual)} in each of ${formatCount(loops)} loops, est. ${expected}`]
      : [];
  const early = estimate.cutShort && estimate.direction === 'too-high';
  const off = !early && estimate.factor >= 2 && Math.max(estimate.expected, estimate.actual) >= 10;
  const way = estimate.direction === 'too-low' ? 'low' : 'high';
  const said = [
    ...each,
    ...(early && estimate.factor >= 2 ? ['stopped early'] : []),
    ...(off ? [`estimate ${formatFactor(estimate.factor)} times too ${way}`] : []),
  ];
  return { expected, off, ...(said.length > 0 && { words: said.join(', ') }) };
}

/** Short facts of a node that a reader should not miss. */
export function listBadges(node: PlanNode): readonly string[] {
  const { actual } = node;
  const badges: (string | false | undefined)[] = [node.disabled && 'disabled by a setting'];
  if (actual === undefined) return badges.filter(isText);
  if (isNeverExecuted(node)) return ['never executed'];
  badges.push(...filterBadges(actual), ...indexBadges(actual), ...memoryBadges(actual), ...partBadges(node));
  return badges.filter(isText);
}

function isText(badge: string | false | undefined): badge is string {
  return typeof badge === 'string';
}

function filterBadges(actual: NodeActual): readonly (string | false)[] {
  const count = (value: number | undefined) => (value ?? 0) > 0;
  return [
    count(actual.rowsRemovedByFilter) && `filter removed ${formatCount(actual.rowsRemovedByFilter ?? 0)}`,
    count(actual.rowsRemovedByJoinFilter) &&
      `join filter removed ${formatCount(actual.rowsRemovedByJoinFilter ?? 0)}`,
    count(actual.rowsRemovedByRecheck) && `recheck removed ${formatCount(actual.rowsRemovedByRecheck ?? 0)}`,
  ];
}

function indexBadges(actual: NodeActual): readonly (string | false)[] {
  const { heapFetches, indexSearches, lossyHeapBlocks } = actual;
  return [
    heapFetches !== undefined && formatPlural(heapFetches, 'heap fetch', 'heap fetches'),
    (indexSearches ?? 0) > actual.loops && formatPlural(indexSearches ?? 0, 'index search', 'index searches'),
    (lossyHeapBlocks ?? 0) > 0 && `${formatPlural(lossyHeapBlocks ?? 0, 'page')} lossy`,
  ];
}

/** Pages of temporary files, where nothing else tells what went to disk. */
function tempBadge(actual: NodeActual): string | false {
  const { sort, incrementalSort, hash, hashAggregate, storage, exclusiveBuffers } = actual;
  const isTold =
    [sort, incrementalSort, storage].some((kept) => kept?.onDisk) ||
    (hash?.batches ?? 1) > 1 ||
    (hashAggregate?.diskKb ?? 0) > 0;
  const pages = (exclusiveBuffers?.tempRead ?? 0) + (exclusiveBuffers?.tempWritten ?? 0);
  return !isTold && pages > 0 && `${formatPlural(pages, 'page')} of temporary files`;
}

function memoryBadges(actual: NodeActual): readonly (string | false | undefined)[] {
  const { sort, incrementalSort, hash, hashAggregate, memoize, storage } = actual;
  const lookups = memoize ? memoize.hits + memoize.misses : 0;
  return [
    sort?.onDisk && `sort on disk, ${formatKb(sort.spaceKb)}`,
    incrementalSort?.onDisk && 'sort on disk',
    hash && hash.batches > 1 && `${formatCount(hash.batches)} hash batches`,
    hashAggregate && hashAggregate.diskKb > 0 && `${formatKb(hashAggregate.diskKb)} on disk`,
    memoize && lookups > 0 && `${formatShare(memoize.hits / lookups)} cache hits`,
    memoize && memoize.evictions > 0 && formatPlural(memoize.evictions, 'eviction'),
    storage?.onDisk && `kept on disk, ${formatKb(storage.kb)}`,
    tempBadge(actual),
    actual.wal && actual.wal.bytes > 0 && `${formatBytes(actual.wal.bytes)} of WAL`,
  ];
}

function partBadges(node: PlanNode): readonly (string | false)[] {
  const members = node.children.filter((child) => child.relationship === 'Member').length;
  const removed = node.subplansRemoved ?? 0;
  return [
    removed > 0 && `${formatCount(removed)} of ${formatCount(removed + members)} partitions pruned`,
    node.workersPlanned !== undefined &&
      `${formatCount(node.workersLaunched ?? 0)} of ${formatPlural(node.workersPlanned, 'worker')}`,
  ];
}
