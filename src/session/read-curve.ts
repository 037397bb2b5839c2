import { type BoundAxis, STEPS } from './bound-axis.ts';
import { type CurvePoint, type PlannedPoint, placesOf, planCurve, planPoints } from './selectivity.ts';
import type { Looked, Subject } from './throw-away.ts';

/** Where the planner changes its mind: the last place of one plan and the first of the next. */
export interface Border {
  readonly before: number;
  readonly after: number;
  readonly from: PlannedPoint;
  readonly to: PlannedPoint;
}

export interface Curve {
  readonly points: readonly CurvePoint[];
  readonly borders: readonly Border[];
}

/** Places of a curve: at equal distances, and closer at both ends, where costs change fastest. */
const EDGE = [2, 5, 10, 16];
const CURVE = [...new Set([...placesOf(41), ...EDGE, ...EDGE.map((place) => STEPS - place)])].sort(
  (a, b) => a - b,
);

/** The whole curve of one bound, and where the planner changes its mind, to one place of `STEPS`. */
export async function readCurve(subject: Subject, sql: string, axis: BoundAxis): Promise<Looked<Curve>> {
  const curve = await planCurve(subject, sql, axis, CURVE);
  if (curve.kind === 'none') return curve;
  const borders: Border[] = [];
  const plan = (place: number) => planPoints(subject, sql, [axis], [[place]]);
  for (const [at, right] of curve.found.entries()) {
    const left = curve.found[at - 1];
    if (left === undefined) continue;
    const found = await findBorders(plan, left, right);
    if (found.kind === 'none') return found;
    borders.push(...found.found);
  }
  return { kind: 'ok', found: { points: curve.found, borders } };
}

type PlanAt = (place: number) => Promise<Looked<readonly PlannedPoint[]>>;
type Placed = Pick<CurvePoint, 'place' | 'chosen'>;

/** Every change of plan between two places: there may be a third plan between the two. */
async function findBorders(plan: PlanAt, from: Placed, right: Placed): Promise<Looked<readonly Border[]>> {
  const borders: Border[] = [];
  for (let left = from; left.chosen.label !== right.chosen.label; ) {
    const found = await findBorder(plan, left, right);
    if (found.kind === 'none') return found;
    borders.push(found.found);
    left = { place: found.found.after, chosen: found.found.to };
  }
  return { kind: 'ok', found: borders };
}

/** Halves the distance between two places with different plans until the first change is between neighbours. */
async function findBorder(plan: PlanAt, left: Placed, right: Placed): Promise<Looked<Border>> {
  let [before, after, from, to] = [left.place, right.place, left.chosen, right.chosen];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const planned = await plan(middle);
    if (planned.kind === 'none') return planned;
    const point = planned.found[0];
    if (point === undefined) break;
    if (point.label === from.label) [before, from] = [middle, point];
    else [after, to] = [middle, point];
  }
  return { kind: 'ok', found: { before, after, from, to } };
}
