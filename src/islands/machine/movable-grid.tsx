import type { KeyboardEvent, PointerEvent } from 'react';
import { type BoundAxis, STEPS } from '../../session/bound-axis.ts';
import type { PlanGrid } from '../../session/plan-grid.ts';
import { GridView } from './grid-view.tsx';
import type { SelectivityActions } from './selectivity-state.ts';

export interface MovableGridProps {
  readonly axes: readonly [x: BoundAxis, y: BoundAxis];
  readonly grid: PlanGrid;
  readonly places: readonly number[];
  readonly actions: SelectivityActions;
}

const ARROWS: Readonly<Record<string, readonly [at: number, by: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowDown: [1, -1],
  ArrowUp: [1, 1],
};

/** The grid of two bounds: the pointer and the arrow keys move the point. */
export function MovableGrid({ axes: [x, y], grid, places, actions }: MovableGridProps) {
  const [across = 0, up = 0] = places;
  const step = STEPS / (grid.size - 1);
  const press = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const [at, by] = arrow;
    actions.move(at, (places[at] ?? 0) + by * step);
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.querySelector('.pw-grid')?.getBoundingClientRect();
    const inside = event.target instanceof Element && event.target.closest('.pw-grid') !== null;
    if (box === undefined || !inside || (event.type === 'pointermove' && event.buttons === 0)) return;
    actions.move(0, ((event.clientX - box.left) / box.width) * STEPS);
    actions.move(1, (1 - (event.clientY - box.top) / box.height) * STEPS);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture that the arrow keys move a point in has no element of its own
    <div
      role="group"
      className="pw-grid-focus"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the point
      tabIndex={0}
      aria-label="Grid of plans; the arrow keys move the point"
      onKeyDown={press}
      onPointerDown={point}
      onPointerMove={point}
    >
      <GridView x={x} y={y} grid={grid} here={[across / STEPS, up / STEPS]} />
    </div>
  );
}
