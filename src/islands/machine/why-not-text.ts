import { formatCount, formatFactor, formatMs, formatPlural } from '../../plan/format-figures.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { ForcedAccess } from '../../session/forced-plans.ts';
import type { CostStep } from '../../session/scan-costs.ts';
import type { IndexFacts } from '../../session/scan-facts.ts';
import type { ScanChoices, ScanWay } from '../../session/why-not.ts';
import { wayOf } from './pages-text.ts';

/** `bitmap scan through by_customer`. */
export function nameWay({ via, indexes, node }: ScanWay): string {
  const way = via === 'other' ? node.name.toLowerCase() : wayOf(via);
  return indexes.length === 0 ? way : `${way} through ${indexes.join(' and ')}`;
}

/** Costs have no unit: 1 is one page read in a row. */
export function showCost(cost: number): string {
  return formatCount(cost < 10 ? cost : Math.round(cost));
}

function article(words: string): string {
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}

function figures({ cost, pages }: ScanWay, verbs: readonly [string, string]): string {
  const reading = pages === undefined ? '' : ` and ${verbs[1]} ${formatPlural(pages, 'page')}`;
  return `${verbs[0]} ${showCost(cost)}${reading}`;
}

function times(way: ScanWay, chosen: ScanWay): string {
  const factor = way.cost / Math.max(chosen.cost, 0.01);
  if (Math.abs(factor - 1) < 0.02) return 'about the same';
  return factor < 1.2 ? 'a little more' : `${formatFactor(factor)} times as much`;
}

/** What was chosen and why, in a few sentences with the engine's figures. */
export function explainChoice({ chosen, others, table }: ScanChoices): string {
  const whole = figures(chosen, ['costs', 'reads']);
  const what = `PostgreSQL reads ${table.name} with ${article(nameWay(chosen))}; the query ${whole}.`;
  const next = others[0];
  if (next === undefined) return `${what} ${explainNoOther(chosen)}`;
  const dearer = `With ${article(nameWay(next))}, the next best, it would ${figures(next, ['cost', 'read'])}: ${times(next, chosen)}.`;
  return `${what} ${dearer}${explainSurprise(chosen, next)}`;
}

function explainNoOther(chosen: ScanWay): string {
  return chosen.via === 'seq'
    ? 'It had no other way: no index can find these rows.'
    : 'It had no other way to find these rows.';
}

/** Where what was run disagrees with what was expected. */
function explainSurprise(chosen: ScanWay, next: ScanWay): string {
  if (chosen.pages === undefined || next.pages === undefined || next.pages * 2 >= chosen.pages) return '';
  return ` When run, it reads fewer pages than the planner’s choice: an estimate behind one of the two costs is wrong.`;
}

const PLAN_OF: Readonly<Record<ForcedAccess, string>> = {
  seq: 'No sequential scan: PostgreSQL did not make a plan with one.',
  bitmap: 'No bitmap scan: no index of the table can find rows by this condition.',
  index: 'No index scan: no index of the table can find rows by this condition.',
  'index-only': 'No index-only scan: no index holds every column that the query needs of this table.',
};

/** Why a way has no plan. */
export function explainImpossible(via: ForcedAccess): string {
  return PLAN_OF[via];
}

/** The condition that a scan answers, however it does so. */
export function conditionOf({ indexCond, recheckCond, filter }: PlanNode): string {
  return [indexCond ?? recheckCond, filter].filter((text) => text !== undefined).join(' and ');
}

function mentions(condition: string, column: string): boolean {
  return new RegExp(`(?<![\\w"])${column.replace(/[^\w ]/g, '\\$&')}(?![\\w"])`).test(condition);
}

/** Why PostgreSQL does not use an index even when it has no other. */
export function explainUnusable(index: IndexFacts, node: PlanNode): string {
  const condition = conditionOf(node);
  const [first, ...later] = index.columns;
  if (condition === '') return 'The query asks for rows without a condition on this table.';
  if (index.predicate !== undefined)
    return `It holds only rows with ${index.predicate}, and the query does not ask for those alone.`;
  if (first !== undefined && mentions(condition, first)) {
    return `The condition on ${first} is not in a form that this ${index.method} index can look up.`;
  }
  if (later.some((column) => mentions(condition, column)))
    return `It is sorted by ${first} first, and the query has no condition on ${first}.`;
  return `The query has no condition on ${index.columns.join(' or ')}.`;
}

/** What an index that lost would have cost. */
export function explainLoser(way: ScanWay, chosen: ScanWay): string {
  const measured = way.pages === undefined ? '' : `, ${formatPlural(way.pages, 'page')}`;
  return `As ${article(nameWay(way))} it would cost ${showCost(way.cost)}${measured}: ${times(way, chosen)}.`;
}

/** `1,693 × 1 seq_page_cost`; empty where a term has no count. */
export function showSum({ count, each, setting }: CostStep): string {
  if (count === undefined || each === undefined) return '';
  const price =
    each >= 0.995 && each !== Math.round(each) ? each.toFixed(2) : String(Number(each.toPrecision(3)));
  return `${formatCount(Math.round(count))} × ${price}${setting ? ` ${setting}` : ''}`;
}

/** What was measured of a way: its pages and its time, or that it was not run. */
export function showMeasured({ ms }: ScanWay): string {
  return ms === undefined ? 'not run' : formatMs(ms);
}
