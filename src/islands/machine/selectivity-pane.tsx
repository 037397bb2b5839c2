import { useEffect, useId, useMemo } from 'react';
import { type BoundAxis, STEPS } from '../../session/bound-axis.ts';
import { findMovableBounds } from '../../session/movable-bounds.ts';
import type { AskSubject } from '../../session/plan-grid.ts';
import { NO_BOUND } from '../../session/selectivity.ts';
import { CurveView } from './curve-view.tsx';
import './fields.css';
import './machine.css';
import { MovableGrid } from './movable-grid.tsx';
import './selectivity.css';
import type { SelectivityActions, SelectivityState } from './selectivity-state.ts';
import { describePoint, describeShare, showBound } from './selectivity-text.ts';
import { useSelectivity } from './use-selectivity.ts';

export interface SelectivityPaneProps {
  readonly ask: AskSubject;
  /** The query whose bounds are moved. */
  readonly text: string;
  readonly disabled?: boolean;
  /** Columns whose bounds are moved from the start; drawn at once where there are any. */
  readonly wanted?: readonly string[];
}

const NONE = -1;

interface AxisChoiceProps {
  readonly label: string;
  readonly axes: readonly BoundAxis[];
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
  /** A choice before the bounds: none of them. */
  readonly none?: string;
  /** One that cannot be chosen here. */
  readonly without?: number;
}

function AxisChoice({ label, axes, chosen, onChoose, none, without }: AxisChoiceProps) {
  const id = useId();
  return (
    <label htmlFor={id}>
      {label}
      <select id={id} value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
        {none !== undefined && <option value={NONE}>{none}</option>}
        {axes.map(
          ({ start, column, operator }, at) =>
            at !== without && (
              <option key={start} value={at}>
                {column} {operator}
              </option>
            ),
        )}
      </select>
    </label>
  );
}

/** Which bounds are moved. */
function Choice({
  state,
  actions,
}: {
  readonly state: SelectivityState;
  readonly actions: SelectivityActions;
}) {
  const { axes, moved } = state;
  const [first = 0, second = NONE] = moved;
  const choose = (one: number, two: number) =>
    void actions.choose(two === NONE || two === one ? [one] : [one, two]);
  if (axes.length < 2) return null;
  return (
    <div className="pw-machine-fields">
      <AxisChoice label="Move" axes={axes} chosen={first} onChoose={(one) => choose(one, second)} />
      <AxisChoice
        label="and"
        axes={axes}
        chosen={second}
        onChoose={(two) => choose(first, two)}
        none="nothing else"
        without={first}
      />
    </div>
  );
}

interface SliderProps {
  readonly axis: BoundAxis;
  readonly place: number;
  readonly onMove: (place: number) => void;
}

function Slider({ axis, place, onMove }: SliderProps) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>
        {showBound(axis, place)}, {describeShare(axis, place)}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={place}
        aria-valuetext={showBound(axis, place)}
        onChange={(event) => onMove(event.target.valueAsNumber)}
      />
    </label>
  );
}

function Shown({
  state,
  actions,
}: {
  readonly state: SelectivityState;
  readonly actions: SelectivityActions;
}) {
  const { axes, moved, places, curve, grid, point, here } = state;
  const [x, y] = moved.flatMap((at) => axes[at] ?? []);
  if (x === undefined) return null;
  const own = y === undefined ? [x] : [x, y];
  return (
    <>
      <div className="pw-bounds">
        {own.map((axis, at) => (
          <Slider
            key={axis.start}
            axis={axis}
            place={places[at] ?? 0}
            onMove={(place) => actions.move(at, place)}
          />
        ))}
      </div>
      {y === undefined && curve && <CurveView axis={x} curve={curve} place={places[0] ?? 0} point={point} />}
      {y !== undefined && grid && (
        <>
          {here && (
            <p className="pw-machine-lead" role="status">
              {describePoint(own, places, here)}
            </p>
          )}
          <MovableGrid axes={[x, y]} grid={grid} places={places} actions={actions} />
        </>
      )}
    </>
  );
}

/** Bounds of a query to be dragged: where the planner changes its mind, and why. */
export function SelectivityPane({ ask, text, disabled = false, wanted }: SelectivityPaneProps) {
  const { state, actions } = useSelectivity(ask);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wanted from the start is drawn once
  useEffect(() => {
    if (wanted !== undefined) void actions.start(text, wanted);
  }, []);
  const none = useMemo(() => text.trim() !== '' && findMovableBounds(text).length === 0, [text]);
  if (none && !state.busy) return <p className="pw-machine">{NO_BOUND}</p>;
  return (
    <div className="pw-machine">
      <div className="pw-selectivity-pane">
        <div className="pw-look-bar">
          {state.busy ? (
            <button type="button" className="pw-button" onClick={() => actions.stop()}>
              Stop planning
            </button>
          ) : (
            <button
              type="button"
              className="pw-button"
              disabled={disabled}
              onClick={() => void actions.start(text)}
            >
              Move its bounds
            </button>
          )}
          <span className="pw-eyebrow" role="status">
            {state.busy
              ? 'Planning'
              : state.axes.length === 0 && state.message === undefined
                ? 'What the planner would do if a value that the query compares with were another. Nothing is run.'
                : ''}
            {!state.busy && (state.axes.length > 0 || state.message !== undefined) && (
              <span className="pw-sr">The answer is below.</span>
            )}
          </span>
        </div>
        {state.message !== undefined && <p className="pw-notice">{state.message}</p>}
        <Choice state={state} actions={actions} />
        <Shown state={state} actions={actions} />
      </div>
    </div>
  );
}
