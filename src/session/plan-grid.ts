import type { Access } from '../plan/access-paths.ts';
import type { BoundAxis } from './bound-axis.ts';
import { type PlannedPoint, placesOf, planPoints } from './selectivity.ts';
import type { Looked, Subject } from './throw-away.ts';

/** One kind of plan on a grid. */
export interface GridPlan {
  readonly label: string;
  readonly via: Access | undefined;
}

export interface GridCell {
  /** The place of its plan among the grid's. */
  readonly plan: number;
  readonly cost: number;
  readonly rows: number;
}

/** The planner's choices over two bounds, as far as they are known. */
export interface PlanGrid {
  readonly size: number;
  /** Places of the columns and rows among the axes' values. */
  readonly places: readonly number[];
  readonly plans: readonly GridPlan[];
  /** Row by row from the lowest values of `y`; undefined where it was not planned yet. */
  readonly cells: readonly (GridCell | undefined)[];
}

export interface GridAsked {
  readonly sql: string;
  readonly x: BoundAxis;
  readonly y: BoundAxis;
  /** Cells along each side. */
  readonly size: number;
}

/** Cells that are planned in one go. */
const BATCH = 50;

/** Every cell once, coarse before fine, so that a rough picture stands early. */
function gridOrder(size: number): readonly number[] {
  const order = new Set<number>();
  for (const stride of [8, 4, 2, 1])
    for (let row = 0; row < size; row += stride)
      for (let column = 0; column < size; column += stride) order.add(row * size + column);
  return [...order];
}

/** Hands work to a database; in a lab between other work. */
export type AskSubject = <Found>(
  look: (subject: Subject) => Promise<Looked<Found>>,
) => Promise<Looked<Found>>;

/**
 * Plans a query over a grid of two bounds, batch by batch, and tells of each. Between batches `isStopped` is asked;
 * what was planned until then is the answer. Nothing is run.
 */
export async function fillGrid(
  { sql, x, y, size }: GridAsked,
  ask: AskSubject,
  onGrid: (grid: PlanGrid) => void,
  isStopped: () => boolean,
): Promise<Looked<PlanGrid>> {
  const places = placesOf(size);
  const plans: GridPlan[] = [];
  const cells: (GridCell | undefined)[] = Array.from({ length: size * size }, () => undefined);
  const numbers = new Map<string, number>();
  const note = ({ label, via, cost, rows }: PlannedPoint): GridCell => {
    const plan = numbers.get(label) ?? plans.push({ label, via }) - 1;
    numbers.set(label, plan);
    return { plan, cost, rows };
  };
  const snapshot = (): PlanGrid => ({ size, places, plans: [...plans], cells: [...cells] });
  const order = gridOrder(size);
  for (let at = 0; at < order.length && !isStopped(); at += BATCH) {
    const batch = order.slice(at, at + BATCH);
    const many = batch.map((cell) => [places[cell % size] ?? 0, places[Math.floor(cell / size)] ?? 0]);
    const planned = await ask((subject) => planPoints(subject, sql, [x, y], many));
    if (planned.kind === 'none') return planned;
    for (const [index, cell] of batch.entries()) {
      const point = planned.found[index];
      if (point) cells[cell] = note(point);
    }
    onGrid(snapshot());
  }
  return { kind: 'ok', found: snapshot() };
}
