import { formatCount, formatPlural, formatShare } from '../../plan/format-figures.ts';
import { type BoundAxis, shareAt } from '../../session/bound-axis.ts';
import type { GridCell, PlanGrid } from '../../session/plan-grid.ts';
import type { Border, Curve } from '../../session/read-curve.ts';
import type { CurvePoint, PlannedPoint } from '../../session/selectivity.ts';
import { inkOf, wayOf } from './pages-text.ts';
import { showCost } from './why-not-text.ts';

/** `total >= 59.95`, with the value at a place. */
export function showBound(axis: BoundAxis, place: number): string {
  return `${axis.column} ${axis.operator} ${axis.values[place] ?? ''}`;
}

/** A value as an axis has room for it: of a moment the day. */
export function showTick(axis: BoundAxis, place: number): string {
  const value = axis.values[place] ?? '';
  const day = /^\d{4}-\d\d-\d\d(?= \d\d:)/.exec(value)?.[0];
  return day ?? (value.length > 16 ? `${value.slice(0, 15)}…` : value);
}

/** What the planner does at a place, in a sentence. */
export function describePoint(
  axes: readonly BoundAxis[],
  places: readonly number[],
  point: PlannedPoint,
): string {
  const bounds = axes.map((axis, at) => showBound(axis, places[at] ?? 0)).join(' and ');
  return `${bounds}: ${point.label}, cost ${showCost(point.cost)}, ${formatPlural(Math.round(point.rows), 'row')} expected.`;
}

/** `31 % of the rows of orders`, in words that can stand behind a bound. */
export function describeShare(axis: BoundAxis, place: number): string {
  return `${formatShare(shareAt(axis, place)).replace('< ', 'less than ')} of the rows of ${axis.relation}`;
}

function passesLess({ operator }: BoundAxis): boolean {
  return operator === '<' || operator === '<=';
}

/** Where the planner changes its mind, in the order in which more and more rows match. */
export function describeBorders(axis: BoundAxis, { borders, points }: Curve): readonly string[] {
  if (borders.length === 0) {
    const label = points[0]?.chosen.label ?? 'the same plan';
    return [`The plan is ${label} wherever the bound lies.`];
  }
  const ordered = passesLess(axis) ? borders : [...borders].reverse();
  return ordered.map((border) => describeBorder(axis, border));
}

function describeBorder(axis: BoundAxis, { before, after, from, to }: Border): string {
  const [few, many, place] = passesLess(axis) ? [from, to, before] : [to, from, after];
  return (
    `The plan changes at ${showBound(axis, place)}, which ${describeShare(axis, place)} match. ` +
    `With fewer rows: ${few.label}. With more: ${many.label}.`
  );
}

/** Why a sequential scan is right at the end where every row matches; undefined where it is not chosen there. */
export function explainFarEnd(axis: BoundAxis, { points }: Curve): string | undefined {
  const [near, far] = passesLess(axis) ? [points[0], points.at(-1)] : [points.at(-1), points[0]];
  if (near === undefined || far?.chosen.via !== 'seq') return undefined;
  const [next] = Object.entries(far.costs)
    .filter(([via]) => via !== 'seq')
    .sort(([, a], [, b]) => a - b);
  if (next === undefined) return undefined;
  const [via, cost] = next;
  const name = via === 'index-only' || via === 'index' || via === 'bitmap' ? wayOf(via) : via;
  const scan = far.costs.seq ?? far.chosen.cost;
  return (
    `Where every row matches, the ${name} would cost ${showCost(cost)} and the sequential scan ${showCost(scan)}: ` +
    'the pages have to be read anyway, and the index would be read on top.'
  );
}

/** What every way costs at a place, cheapest first. */
export function listCosts({ costs }: CurvePoint): readonly {
  readonly name: string;
  readonly ink: string;
  readonly via: string;
  readonly cost: number;
}[] {
  return Object.entries(costs)
    .flatMap(([via, cost]) => {
      if (via !== 'seq' && via !== 'bitmap' && via !== 'index' && via !== 'index-only') return [];
      return [{ via, name: wayOf(via), ink: inkOf(via), cost }];
    })
    .sort((a, b) => a.cost - b.cost);
}

/** One kind of plan on a grid, summed up. */
export interface Region {
  readonly letter: string;
  readonly label: string;
  readonly ink: string;
  /** How strongly it is coloured, 0 to 1, so that plans of one family differ. */
  readonly strength: number;
  readonly share: number;
  readonly costs: readonly [least: number, most: number];
}

const STRENGTHS = [1, 0.6, 0.35, 0.8, 0.48];

/** The plans of a grid with what they cover, in the order in which they were met. */
export function listRegions({ plans, cells }: PlanGrid): readonly Region[] {
  const known = cells.filter((cell) => cell !== undefined);
  const met = new Map<string, number>();
  return plans.map(({ label, via }, at) => {
    const ink = inkOf(via);
    const turn = met.get(ink) ?? 0;
    met.set(ink, turn + 1);
    const own = known.filter(({ plan }) => plan === at).map(({ cost }) => cost);
    return {
      letter: String.fromCharCode(65 + (at % 26)),
      label,
      ink,
      strength: STRENGTHS[turn % STRENGTHS.length] ?? 1,
      share: own.length / Math.max(1, known.length),
      costs: [Math.min(...own), Math.max(...own)],
    };
  });
}

/** The cell to draw at a place that may not be planned yet: its own, else that of the coarser grid around it. */
export function cellAt({ size, cells }: PlanGrid, column: number, row: number): GridCell | undefined {
  for (const stride of [1, 2, 4, 8]) {
    const cell = cells[(row - (row % stride)) * size + column - (column % stride)];
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** How far a grid has come. */
export function describeProgress({ cells }: PlanGrid): string {
  const known = cells.filter((cell) => cell !== undefined).length;
  return known === cells.length
    ? `${formatCount(known)} queries planned, none of them run.`
    : `${formatCount(known)} of ${formatCount(cells.length)} planned.`;
}
