import { type Access, accessOf } from '../plan/access-paths.ts';
import { listNodes } from '../plan/metrics.ts';
import { namePlan } from '../plan/name-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { type BoundAxis, readAxis, STEPS } from './bound-axis.ts';
import { PLAN_CELL_BYTES } from './explain.ts';
import { FORCED, type ForcedAccess, forceAccess } from './forced-plans.ts';
import { findMovableBounds, moveBounds } from './movable-bounds.ts';
import { quoteLiteral } from './quote.ts';
import { describeFailure, findLastQuery, type Looked, type Subject } from './throw-away.ts';

/** A query with bounds that can be moved. */
export interface MovableQuery {
  readonly sql: string;
  readonly axes: readonly BoundAxis[];
}

/** What the planner chose with the bounds at some place. */
export interface PlannedPoint {
  readonly label: string;
  readonly via: Access | undefined;
  /** Of the whole query. */
  readonly cost: number;
  /** Rows that it expects of the query. */
  readonly rows: number;
}

/** Bounds' places among their axes' values, one for each axis that is moved. */
export type Places = readonly number[];

/** A point of a curve, with the costs of the ways that were turned down there. */
export interface CurvePoint {
  readonly place: number;
  readonly chosen: PlannedPoint;
  readonly costs: Readonly<Partial<Record<ForcedAccess, number>>>;
}

/** What is said of a query without a bound. */
export const NO_BOUND =
  'This query compares no column with a fixed value by <, <=, >, >= or BETWEEN, so there is no bound to move. A query with total >= 100 has one.';
const MOST_AXES = 6;

/** The bounds that can be moved in the last statement of `text`, each with its column's values. */
export async function findMovable(subject: Subject, text: string): Promise<Looked<MovableQuery>> {
  const query = await findLastQuery(subject, text);
  if (query.kind === 'none') return query;
  const { sql } = query.found;
  const parsed = await subject.parse(sql);
  const tree = parsed.kind === 'ok' ? parsed.statements[0]?.tree : undefined;
  const axes: BoundAxis[] = [];
  let refusal = NO_BOUND;
  for (const bound of findMovableBounds(sql).slice(0, MOST_AXES)) {
    const axis = await readAxis(subject, tree, bound);
    if (axis.kind === 'ok') axes.push(axis.found);
    else refusal = axis.message;
  }
  return axes.length === 0 ? { kind: 'none', message: refusal } : { kind: 'ok', found: { sql, axes } };
}

function textAt(sql: string, axes: readonly BoundAxis[], places: Places): string {
  const moves = axes.map((axis, at) => ({
    bound: axis,
    literal: quoteLiteral(axis.values[places[at] ?? 0] ?? null),
  }));
  return moveBounds(sql, moves);
}

function pointOf(plan: Plan, table: string): PlannedPoint {
  const { totalCost: cost, planRows: rows } = plan.root;
  return { ...namePlan(plan, table), cost, rows };
}

/**
 * Plans the query with its bounds at each of `many` places, without running it. `before` are settings for the length of
 * a transaction that is rolled back.
 */
async function planEach(
  subject: Subject,
  sql: string,
  axes: readonly BoundAxis[],
  many: readonly Places[],
  before = '',
): Promise<Looked<readonly Plan[]>> {
  const explains = many.map((places) => `explain (format json) ${textAt(sql, axes, places)}`).join(';\n');
  const script = before === '' ? explains : `begin; ${before};\n${explains};\nrollback`;
  const run = await subject.run(script, { maxCellBytes: PLAN_CELL_BYTES });
  if (run.kind !== 'ok') {
    if (before !== '') await subject.run('rollback');
    return { kind: 'none', message: describeFailure(run) };
  }
  const plans: Plan[] = [];
  for (const { rows } of run.results.filter(({ command }) => command === 'EXPLAIN')) {
    const read = readPlan(rows[0]?.[0]);
    if (read.kind !== 'plan') return { kind: 'none', message: read.message };
    plans.push(read.plan);
  }
  return { kind: 'ok', found: plans };
}

/** The planner's choice with the bounds at each of `many` places; nothing is run. */
export async function planPoints(
  subject: Subject,
  sql: string,
  axes: readonly BoundAxis[],
  many: readonly Places[],
): Promise<Looked<readonly PlannedPoint[]>> {
  const planned = await planEach(subject, sql, axes, many);
  const table = axes[0]?.relation ?? '';
  return planned.kind === 'none'
    ? planned
    : { kind: 'ok', found: planned.found.map((plan) => pointOf(plan, table)) };
}

/** The planner's choice with one bound at each of `places`, and what each way that it turned down would have cost. */
export async function planCurve(
  subject: Subject,
  sql: string,
  axis: BoundAxis,
  places: readonly number[],
): Promise<Looked<readonly CurvePoint[]>> {
  const many = places.map((place) => [place]);
  const chosen = await planPoints(subject, sql, [axis], many);
  if (chosen.kind === 'none') return chosen;
  const costs: Partial<Record<ForcedAccess, number>>[] = places.map(() => ({}));
  for (const via of FORCED) {
    const forced = await planEach(subject, sql, [axis], many, forceAccess(via));
    if (forced.kind === 'none') return forced;
    for (const [at, plan] of forced.found.entries()) {
      const scan = listNodes(plan.root).find(({ relation }) => relation === axis.relation);
      const cost = costs[at];
      if (cost && scan && accessOf(scan) === via) cost[via] = plan.root.totalCost;
    }
  }
  const found = chosen.found.map((point, at) => ({
    place: places[at] ?? 0,
    chosen: point,
    costs: costs[at] ?? {},
  }));
  return { kind: 'ok', found };
}

/** Places at equal distances from the first to the last. */
export function placesOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.round((at * STEPS) / (count - 1)));
}
