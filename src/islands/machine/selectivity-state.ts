import type { BoundAxis } from '../../session/bound-axis.ts';
import type { PlanGrid } from '../../session/plan-grid.ts';
import type { Curve } from '../../session/read-curve.ts';
import type { CurvePoint, PlannedPoint } from '../../session/selectivity.ts';

/** What is known of a query whose bounds are moved. */
export interface SelectivityState {
  readonly sql: string;
  readonly axes: readonly BoundAxis[];
  /** Which of the axes are moved: one, or two. */
  readonly moved: readonly number[];
  /** Where each moved bound stands among its axis' values. */
  readonly places: readonly number[];
  readonly curve: Curve | undefined;
  readonly grid: PlanGrid | undefined;
  /** What was planned at the places. */
  readonly point: CurvePoint | undefined;
  readonly here: PlannedPoint | undefined;
  readonly busy: boolean;
  readonly message: string | undefined;
}

export const NOTHING: SelectivityState = {
  sql: '',
  axes: [],
  moved: [],
  places: [],
  curve: undefined,
  grid: undefined,
  point: undefined,
  here: undefined,
  busy: false,
  message: undefined,
};

export interface SelectivityActions {
  /** Finds the bounds of a query and draws the first one’s curve, or those that are named. */
  start(text: string, wanted?: readonly string[]): Promise<void>;
  choose(moved: readonly number[]): Promise<void>;
  move(at: number, place: number): void;
  stop(): void;
}

/** The axes that are moved, in the order of their places. */
export function movedAxes({ axes, moved }: Pick<SelectivityState, 'axes' | 'moved'>): readonly BoundAxis[] {
  return moved.flatMap((at) => axes[at] ?? []);
}

/** Columns that are named, as places among the axes; the first axis where none is. */
export function axesNamed(axes: readonly BoundAxis[], wanted: readonly string[]): readonly number[] {
  const bare = (column: string) => column.split('.').at(-1)?.replaceAll('"', '');
  const taken: number[] = [];
  for (const name of wanted) {
    const at = axes.findIndex(({ column }, place) => bare(column) === bare(name) && !taken.includes(place));
    if (at >= 0) taken.push(at);
  }
  return taken.length > 0 ? taken : [0];
}
