import { useEffect, useRef, useState } from 'react';
import { EngineFault } from '../../engine/engine.ts';
import { type BoundAxis, STEPS } from '../../session/bound-axis.ts';
import { type AskSubject, fillGrid, type PlanGrid } from '../../session/plan-grid.ts';
import { type Curve, readCurve } from '../../session/read-curve.ts';
import {
  type CurvePoint,
  findMovable,
  type PlannedPoint,
  planCurve,
  planPoints,
} from '../../session/selectivity.ts';
import type { Looked, Subject } from '../../session/throw-away.ts';
import { faultText } from '../workbench/fault-text.ts';

/** Cells along each side of the grid. */
const GRID = 40;

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

const NOTHING: SelectivityState = {
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

function sentenceOf(thrown: unknown): string {
  const fault = thrown instanceof EngineFault ? thrown : new EngineFault('crashed', String(thrown));
  const { what, remedy } = faultText(fault);
  return `${what} ${remedy}`;
}

/** Columns that are named, as places among the axes; the first axis where none is. */
function axesNamed(axes: readonly BoundAxis[], wanted: readonly string[]): readonly number[] {
  const bare = (column: string) => column.split('.').at(-1)?.replaceAll('"', '');
  const taken: number[] = [];
  for (const name of wanted) {
    const at = axes.findIndex(({ column }, place) => bare(column) === bare(name) && !taken.includes(place));
    if (at >= 0) taken.push(at);
  }
  return taken.length > 0 ? taken : [0];
}

/** Everything that dragging a bound does, as state for React. Questions wait for one another; a later one overtakes. */
export function useSelectivity(askNow: AskSubject): {
  readonly state: SelectivityState;
  readonly actions: SelectivityActions;
} {
  const [state, setState] = useState(NOTHING);
  const latest = useRef(state);
  const turn = useRef(0);
  const planning = useRef(false);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  latest.current = state;
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const ask: AskSubject = (look) => {
    const next = queue.current.then(
      () => askNow(look),
      () => askNow(look),
    );
    queue.current = next;
    return next;
  };
  const patch = (change: Partial<SelectivityState>) => setState((before) => ({ ...before, ...change }));
  const asking = async <Found>(question: Promise<Looked<Found>>): Promise<Found | undefined> => {
    try {
      const answer = await question;
      if (answer.kind === 'ok') return answer.found;
      patch({ busy: false, message: answer.message });
    } catch (thrown) {
      patch({ busy: false, message: sentenceOf(thrown) });
    }
    return undefined;
  };
  const draw = async (sql: string, axes: readonly BoundAxis[], moved: readonly number[]): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const own = moved.flatMap((at) => axes[at] ?? []);
    const [x, y] = own;
    if (x === undefined) return;
    const places = own.map(({ here }) => here);
    patch({
      sql,
      axes,
      moved,
      places,
      curve: undefined,
      grid: undefined,
      point: undefined,
      here: undefined,
      busy: true,
      message: undefined,
    });
    if (y === undefined) {
      const curve = await asking(ask((subject) => readCurve(subject, sql, x)));
      if (curve && mine === turn.current) patch({ curve, busy: false });
    } else {
      const stopped = () => mine !== turn.current;
      const note = (grid: PlanGrid) => {
        if (!stopped()) patch({ grid });
      };
      const fill = (subject: Subject) =>
        fillGrid({ sql, x, y, size: GRID }, (look) => look(subject), note, stopped);
      await asking(ask(fill));
      if (mine === turn.current) patch({ busy: false });
    }
    if (mine === turn.current) await plan();
  };
  /** Plans at the places as they are when it is its turn, and again where they have moved meanwhile. */
  const plan = async (): Promise<void> => {
    if (planning.current) return;
    planning.current = true;
    for (let done = ''; done !== latest.current.places.join(); ) {
      const { sql, axes, moved, places } = latest.current;
      done = places.join();
      const own = moved.flatMap((at) => axes[at] ?? []);
      const [only, second] = own;
      const [first] = places;
      if (only === undefined || first === undefined) break;
      if (second === undefined) {
        const points = await asking(ask((subject) => planCurve(subject, sql, only, [first])));
        if (points?.[0]) patch({ point: points[0], here: points[0].chosen });
      } else {
        const points = await asking(ask((subject) => planPoints(subject, sql, own, [places])));
        if (points?.[0]) patch({ here: points[0] });
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    planning.current = false;
  };
  return {
    state,
    actions: {
      async start(text, wanted = []) {
        turn.current += 1;
        patch({ ...NOTHING, busy: true });
        const found = await asking(ask((subject) => findMovable(subject, text)));
        if (found) await draw(found.sql, found.axes, axesNamed(found.axes, wanted));
      },
      choose: (moved) => draw(state.sql, state.axes, moved),
      move(at, place) {
        const places = latest.current.places.map((before, index) =>
          index === at ? Math.min(STEPS, Math.max(0, Math.round(place))) : before,
        );
        latest.current = { ...latest.current, places };
        patch({ places });
        if (!latest.current.busy) void plan();
      },
      stop() {
        turn.current += 1;
        patch({ busy: false });
      },
    },
  };
}
