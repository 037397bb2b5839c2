import { accessOf, listIndexes } from './access-paths.ts';
import { formatTimeOf } from './clock.ts';
import { comparePlans, type NodePair, type PlanComparison, queryAlias } from './compare-plans.ts';
import { formatCount, formatPlural } from './format-figures.ts';
import { exclusiveCost, exclusivePages, totalsOf } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

/** One sentence: what became of the plan, and what that did to its pages and its time (or cost, where it was not run). */
export function summariseChange(before: Plan, after: Plan): string {
  const comparison = comparePlans(before, after);
  const clauses = listClauses(comparison);
  if (clauses.length === 0) return describeSame(before, after);
  const figures = describeFigures(before, after);
  const shown = clauses.slice(0, 2);
  const rest = clauses.length - shown.length;
  const all = rest > 0 ? [...shown, `${formatPlural(rest, 'further step')} changed`] : shown;
  const text = `${all.slice(0, -1).join(', ')}${all.length > 1 ? ' and ' : ''}${all.at(-1)}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${figures && `: ${figures}`}.`;
}

/** Whether there is nothing to tell of two plans that were run but their times. */
export function isUnchanged(before: Plan, after: Plan): boolean {
  const [{ pages: old }, { pages }] = [totalsOf(before), totalsOf(after)];
  return pages !== undefined && pages === old && listClauses(comparePlans(before, after)).length === 0;
}

/** Of a plan that did not change: where its pages did not either, the clock has nothing to say. */
function describeSame(before: Plan, after: Plan): string {
  const [{ pages: old }, { pages }] = [totalsOf(before), totalsOf(after)];
  const figures = describeFigures(before, after);
  if (pages === undefined || pages !== old) return `The plan is the same${figures && `: ${figures}`}.`;
  const again = pages > 0 ? `, and so are its ${formatPlural(pages, 'page')}` : '';
  return `The plan is the same${again}; its time varies from run to run.`;
}

/** What changed, the weightiest first. */
function listClauses({ pairs, replaced, gone, added }: PlanComparison): readonly string[] {
  const weight = (pair: NodePair) => Math.abs(weigh(pair.before) - weigh(pair.after));
  const heaviest = [...replaced].sort((a, b) => rank(a.after) - rank(b.after) || weight(b) - weight(a));
  const parted = countPartitions(gone);
  const isRest = (node: PlanNode) =>
    isStep(node) && !(parted.size > 0 && (node.kind === 'Append' || isPartition(node)));
  return [
    ...[...parted].map(
      ([table, count]) =>
        `${formatPlural(count, 'partition')} of ${table} ${count === 1 ? 'is' : 'are'} no longer read`,
    ),
    ...heaviest.map(describeReplacement),
    ...pairs.flatMap(describeSearch),
    ...pairs.flatMap(describeRelief),
    ...describeAlike(gone.filter(isRest), 'the', 'is gone', 'are gone'),
    ...describeAlike(added.filter(isStep), undefined, 'was added', 'were added'),
  ];
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Steps that would be told in the same words are counted: `two WindowAggs were added`. */
function describeAlike(
  nodes: readonly PlanNode[],
  determiner: string | undefined,
  one: string,
  many: string,
): readonly string[] {
  const alike = Map.groupBy(nodes, title);
  return [...alike].map(([name, [first, ...more]]) => {
    if (more.length === 0) return `${determiner ?? article(name)} ${name} ${one}`;
    const count = NUMBERS[more.length - 1] ?? formatCount(more.length + 1);
    const plural = name.replace(first?.name ?? '', (kind) => `${kind}s`);
    return `${determiner === undefined ? '' : `${determiner} `}${count} ${plural} ${many}`;
  });
}

/** How many partitions of each table are among the scans. */
function countPartitions(scans: readonly PlanNode[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const scan of scans.filter(isPartition))
    counts.set(queryAlias(scan), (counts.get(queryAlias(scan)) ?? 0) + 1);
  return counts;
}

/** A member of an Append has a numbered alias and is not the table of that name. */
function isPartition(node: PlanNode): boolean {
  const numbered = /_\d+$/.test(node.alias ?? '');
  return (
    accessOf(node) !== undefined &&
    node.relationship === 'Member' &&
    numbered &&
    node.relation !== queryAlias(node)
  );
}

const weigh = (node: PlanNode) => exclusivePages(node) ?? exclusiveCost(node);

/** Scans are told first, then joins, then the rest. */
function rank(node: PlanNode): number {
  if (accessOf(node) !== undefined) return 0;
  return node.joinType === undefined ? 2 : 1;
}

function describeReplacement({ before, after }: NodePair): string {
  const through = listIndexes(after);
  const using = through.length > 0 ? ` through ${through.join(' and ')}` : '';
  if (before.name === after.name && listIndexes(before).length > 0 && using) {
    return `the ${title(after)} goes${using} instead of ${listIndexes(before).join(' and ')}`;
  }
  return `the ${title(before)} became ${article(after.name)} ${after.name}${using}`;
}

/** A condition without its values, which may differ from run to run. */
function shapeOf(condition: string): string {
  return condition.replaceAll(/'[^']*'|\b\d+(\.\d+)?\b/g, '?');
}

/** A scan that stayed and is looked up by another condition: rows it threw away before may not be read at all now. */
function describeSearch({ before, after }: NodePair): readonly string[] {
  const same = before.name === after.name && listIndexes(before).join() === listIndexes(after).join();
  if (!same || after.indexCond === undefined) return [];
  if (shapeOf(before.indexCond ?? '') === shapeOf(after.indexCond)) return [];
  return [`the ${title(after)} looks up ${after.indexCond} now`];
}

/** A step that stayed and no longer spills, or no longer visits the table, or the other way round. */
function describeRelief({ before, after }: NodePair): readonly string[] {
  const [old, now] = [before.actual, after.actual];
  if (old === undefined || now === undefined || before.name !== after.name) return [];
  const onDisk = (actual: typeof old) => (actual.sort?.onDisk ?? false) || (actual.hash?.batches ?? 1) > 1;
  const name = title(after);
  if (onDisk(old) && !onDisk(now)) return [`the ${name} fits in memory now`];
  if (!onDisk(old) && onDisk(now)) return [`the ${name} no longer fits in memory`];
  const [fetched, fetches] = [old.heapFetches ?? 0, now.heapFetches ?? 0];
  if (fetched === fetches) return [];
  return [
    `the ${name} fetches ${formatPlural(fetches, 'row')} from the table where it fetched ${formatCount(fetched)}`,
  ];
}

/** Steps worth a word of their own: not the parts of a bitmap scan or a hash join. */
function isStep(node: PlanNode): boolean {
  return !['Hash', 'Bitmap Index Scan', 'BitmapAnd', 'BitmapOr', 'Result'].includes(node.kind);
}

function title(node: PlanNode): string {
  if (accessOf(node) === undefined) return node.name;
  const plain =
    node.alias === undefined || node.alias === node.relation || /_\d+$/.test(node.alias) || isPartition(node);
  return `${node.name} on ${node.relation}${plain ? '' : ` ${node.alias}`}`;
}

function article(name: string): string {
  return /^[AEIOU]/.test(name) ? 'an' : 'a';
}

function describeFigures(before: Plan, after: Plan): string {
  const [old, now] = [totalsOf(before), totalsOf(after)];
  const parts: string[] = [];
  if (old.pages !== undefined && now.pages !== undefined) {
    parts.push(`${formatPlural(old.pages, 'page')} to ${formatCount(now.pages)}`);
  }
  if (old.ms !== undefined && now.ms !== undefined)
    parts.push(`${formatTimeOf(before, old.ms)} to ${formatTimeOf(after, now.ms)}`);
  if (parts.length === 0 && before.costed && after.costed) {
    parts.push(`an estimated cost of ${formatCount(old.cost)} to ${formatCount(now.cost)}`);
  }
  return parts.join(', ');
}
