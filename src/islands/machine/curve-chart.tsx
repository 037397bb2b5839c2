import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { type BoundAxis, STEPS } from '../../session/bound-axis.ts';
import type { Curve } from '../../session/read-curve.ts';
import type { CurvePoint } from '../../session/selectivity.ts';
import { inkOf } from './pages-text.ts';
import { showTick } from './selectivity-text.ts';
import { showCost } from './why-not-text.ts';

const WIDTH = 686;
const HEIGHT = 210;
const BAND = 12;
const VIAS = ['seq', 'bitmap', 'index', 'index-only'] as const;

export interface CurveChartProps {
  readonly axis: BoundAxis;
  readonly curve: Curve;
  /** Where the bound stands. */
  readonly place: number;
}

function costsOf({ points }: Curve): readonly [number, number] {
  const all = points.flatMap(({ chosen, costs }) => [chosen.cost, ...Object.values(costs)]);
  return [Math.max(0.01, Math.min(...all)), Math.max(...all)];
}

/** Stretches of the curve over which one plan is chosen, border to border. */
function stretches({ points, borders }: Curve) {
  const first = points[0];
  if (first === undefined) return [];
  const edges = borders.map(({ before, after }) => (before + after) / 2);
  const chosen = [first.chosen, ...borders.map(({ to }) => to)];
  return chosen.map((plan, at) => ({ plan, from: edges[at - 1] ?? 0, to: edges[at] ?? STEPS }));
}

interface AlongProps {
  readonly curve: Curve;
  /** From a place of the bound to where it lies in the picture. */
  readonly x: (place: number) => number;
}

/** Which plan is chosen where: a wash behind the curves, and a band below them. */
function Stretches({ curve, x }: AlongProps) {
  return (
    <>
      {stretches(curve).map(({ plan, from, to }) => (
        <g key={from} data-ink={inkOf(plan.via)}>
          <rect className="pw-curve-wash" x={x(from)} y={0} width={x(to) - x(from)} height={HEIGHT} />
          <rect
            className="pw-curve-band"
            x={x(from)}
            y={HEIGHT + 4}
            width={Math.max(1, x(to) - x(from) - 1)}
            height={BAND}
          />
        </g>
      ))}
    </>
  );
}

/** Where the planner changes its mind. */
function Borders({ curve, x }: AlongProps) {
  return (
    <>
      {curve.borders.map(({ before, after }) => (
        <line
          key={before}
          className="pw-curve-border"
          x1={x((before + after) / 2)}
          x2={x((before + after) / 2)}
          y1={0}
          y2={HEIGHT + BAND + 4}
        />
      ))}
    </>
  );
}

/** The cost of each way to read the table as the bound moves, and which one the planner takes where. */
export function CurveChart({ axis, curve, place }: CurveChartProps) {
  const [least, most] = costsOf(curve);
  const x = scaleLinear([0, STEPS], [0, WIDTH]);
  const y = scaleLog([least, most * 1.15], [HEIGHT, 8]);
  const path = (of: (point: CurvePoint) => number | undefined) =>
    line<CurvePoint>(
      (point) => x(point.place),
      (point) => y(of(point) ?? most),
    ).defined((point) => of(point) !== undefined)(curve.points);
  return (
    <div className="pw-curve">
      <p className="pw-curve-scale">
        <span>
          cost, from {showCost(least)} below to {showCost(most)} above
        </span>
      </p>
      <svg
        role="img"
        aria-label={`Cost of each way as ${axis.column} moves, and the plan that is chosen`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT + BAND + 4}`}
      >
        <Stretches curve={curve} x={x} />
        {VIAS.map((via) => (
          <path
            key={via}
            className="pw-curve-line"
            data-via={via}
            d={path(({ costs }) => costs[via]) ?? ''}
          />
        ))}
        <path className="pw-curve-chosen" d={path(({ chosen }) => chosen.cost) ?? ''} />
        <Borders curve={curve} x={x} />
        <line className="pw-curve-here" x1={x(place)} x2={x(place)} y1={0} y2={HEIGHT + BAND + 4} />
      </svg>
      <p className="pw-curve-scale">
        {[0, STEPS / 2, STEPS].map((at) => (
          <span key={at}>{showTick(axis, at)}</span>
        ))}
      </p>
    </div>
  );
}
