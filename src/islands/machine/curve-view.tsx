import { formatCount } from '../../plan/format-figures.ts';
import type { BoundAxis } from '../../session/bound-axis.ts';
import type { Curve } from '../../session/read-curve.ts';
import type { CurvePoint } from '../../session/selectivity.ts';
import { keepUnits } from '../keep-units.ts';
import { CurveChart } from './curve-chart.tsx';
import './curve.css';
import './machine.css';
import './selectivity.css';
import {
  describeBorders,
  describePoint,
  describeShare,
  explainFarEnd,
  listCosts,
} from './selectivity-text.ts';
import { showCost } from './why-not-text.ts';

export interface CurveViewProps {
  readonly axis: BoundAxis;
  readonly curve: Curve;
  readonly place: number;
  /** What was planned at the place; the nearest point of the curve where it is not known yet. */
  readonly point?: CurvePoint | undefined;
}

function Costs({ point }: { readonly point: CurvePoint }) {
  return (
    <ul className="pw-curve-costs" aria-label="What each way costs here">
      {listCosts(point).map(({ via, name, ink, cost }) => (
        <li key={via} data-ink={ink} data-chosen={via === point.chosen.via || undefined}>
          <svg viewBox="0 0 26 6" aria-hidden="true">
            <path className="pw-curve-line" data-via={via} d="M0 3H26" />
          </svg>
          <span>{name}</span> <strong>{showCost(cost)}</strong>
        </li>
      ))}
    </ul>
  );
}

function CurveTable({ axis, curve }: Pick<CurveViewProps, 'axis' | 'curve'>) {
  return (
    <details>
      <summary>As a table</summary>
      <section
        className="pw-machine-scroll"
        aria-label="Plans and costs along the bound"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="pw-curve-table">
          <thead>
            <tr>
              <th scope="col">
                {axis.column} {axis.operator}
              </th>
              <th scope="col">Plan</th>
              <th scope="col" data-numeric>
                Cost
              </th>
              <th scope="col" data-numeric>
                Rows expected
              </th>
              <th scope="col">Ways, cheapest first</th>
            </tr>
          </thead>
          <tbody>
            {curve.points
              .filter(({ place }) => place % 100 === 0 || place < 20)
              .map((point) => (
                <tr key={point.place}>
                  <th scope="row">{axis.values[point.place]}</th>
                  <td>{point.chosen.label}</td>
                  <td data-numeric>{showCost(point.chosen.cost)}</td>
                  <td data-numeric>{formatCount(Math.round(point.chosen.rows))}</td>
                  <td>
                    {listCosts(point)
                      .map(({ name, cost }) => `${name} ${showCost(cost)}`)
                      .join(', ')}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function nearest({ points }: Curve, place: number): CurvePoint | undefined {
  return points.reduce<CurvePoint | undefined>(
    (best, point) =>
      best === undefined || Math.abs(point.place - place) < Math.abs(best.place - place) ? point : best,
    undefined,
  );
}

/** What the planner does as one bound moves: the curves, where it changes its mind, and what it does at one place. */
export function CurveView({ axis, curve, place, point }: CurveViewProps) {
  const here = point ?? nearest(curve, place);
  const end = explainFarEnd(axis, curve);
  return (
    <div className="pw-machine pw-selectivity">
      <ul className="pw-selectivity-borders">
        {describeBorders(axis, curve).map((line) => (
          <li key={line} className="pw-machine-lead">
            {keepUnits(line)}
          </li>
        ))}
      </ul>
      <CurveChart axis={axis} curve={curve} place={place} />
      {here && (
        <div className="pw-selectivity-here">
          <p role="status">
            {describePoint([axis], [here.place], here.chosen)} The bound lets{' '}
            {describeShare(axis, here.place)} through.
          </p>
          <Costs point={here} />
        </div>
      )}
      {end !== undefined && <p>{end}</p>}
      <CurveTable axis={axis} curve={curve} />
      <p className="pw-machine-note">
        Costs are the planner’s own, on a logarithmic scale; the thick line is the plan that it chose, the
        others were planned with the rest turned off. From left to right the bound goes through the values of{' '}
        {axis.column}, each step the same number of rows. Nothing was run.
      </p>
    </div>
  );
}
