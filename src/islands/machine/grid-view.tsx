import { formatShare } from '../../plan/format-figures.ts';
import type { BoundAxis } from '../../session/bound-axis.ts';
import type { PlanGrid } from '../../session/plan-grid.ts';
import { GridPicture } from './grid-picture.tsx';
import './grid.css';
import './machine.css';
import './selectivity.css';
import { describeProgress, listRegions, showTick } from './selectivity-text.ts';
import { showCost } from './why-not-text.ts';

export interface GridViewProps {
  readonly x: BoundAxis;
  readonly y: BoundAxis;
  readonly grid: PlanGrid;
  readonly here?: readonly [x: number, y: number];
}

function showRange([least, most]: readonly [number, number]): string {
  const [from, to] = [showCost(least), showCost(most)];
  return from === to ? from : `${from} to ${to}`;
}

/** The plans of a grid as a table: the letter, the plan, how much of the grid, what it costs there. */
function Regions({ grid }: { readonly grid: PlanGrid }) {
  return (
    <table className="pw-grid-regions" aria-label="Plans of the grid">
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col" data-numeric>
            Of the grid
          </th>
          <th scope="col" data-numeric>
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {listRegions(grid).map(({ letter, label, ink, strength, share, costs }) => (
          <tr key={letter}>
            <th scope="row">
              <b
                style={{
                  background: `color-mix(in srgb, var(--pw-${ink}) ${strength * 100}%, var(--pw-panel))`,
                }}
              >
                {letter}
              </b>{' '}
              {label}
            </th>
            <td data-numeric>{formatShare(share)}</td>
            <td data-numeric>{showRange(costs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The plan chosen at each place of two bounds, with the borders between plans. */
export function GridView({ x, y, grid, here }: GridViewProps) {
  const last = x.values.length - 1;
  const label = `Plans over ${x.column} from left to right and ${y.column} from below: ${listRegions(grid)
    .map(({ letter, label: plan, share }) => `${letter} ${plan}, ${formatShare(share)}`)
    .join('; ')}`;
  return (
    <div className="pw-machine">
      <div className="pw-grid-view">
        <div className="pw-grid-frame">
          <p className="pw-grid-y">
            <span>{showTick(y, last)}</span>
            <span>
              {y.column} {y.operator}
            </span>
            <span>{showTick(y, 0)}</span>
          </p>
          <GridPicture grid={grid} here={here} label={label} />
          <p className="pw-grid-x">
            <span>{showTick(x, 0)}</span>
            <span>
              {x.column} {x.operator}
            </span>
            <span>{showTick(x, last)}</span>
          </p>
        </div>
        <div>
          <Regions grid={grid} />
          <p className="pw-machine-note">{describeProgress(grid)}</p>
        </div>
      </div>
    </div>
  );
}
