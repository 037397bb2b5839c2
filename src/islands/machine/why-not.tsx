import { formatCount } from '../../plan/format-figures.ts';
import type { ScanChoices, ScanWay, UnusedIndex, WhyNot as WhyNotFound } from '../../session/why-not.ts';
import { keepUnits } from '../keep-units.ts';
import './machine.css';
import './why-not.css';
import { inkOf } from './pages-text.ts';
import {
  conditionOf,
  explainChoice,
  explainImpossible,
  explainLoser,
  explainUnusable,
  nameWay,
  showCost,
  showMeasured,
  showSum,
} from './why-not-text.ts';

export interface WhyNotProps {
  readonly found: WhyNotFound;
}

function Steps({ way }: { readonly way: ScanWay }) {
  return (
    <table className="pw-why-steps" aria-label={`Cost of the ${nameWay(way)}`}>
      <tbody>
        {way.steps.map((step) => (
          <tr key={step.what}>
            <th scope="row">{step.what}</th>
            <td data-numeric>{showSum(step)}</td>
            <td data-numeric>{showCost(step.cost)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">the scan</th>
          <td />
          <td data-numeric>{showCost(way.node.totalCost)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** The part of the scan where it is not taken apart; one that is stopped early costs the query less than it says. */
function costOfScan({ node, cost }: ScanWay): string {
  const whole = showCost(node.totalCost);
  const repeated = node.actual?.loops ?? 1;
  if (node.totalCost > cost) return `Read to its end the scan would cost ${whole}; the query stops it early.`;
  const often = repeated > 1 ? `, once for each of ${formatCount(repeated)} rows of the other table` : '';
  return `The scan itself is ${whole} of the cost${often}.`;
}

function Way({
  way,
  chosen,
  dearest,
}: {
  readonly way: ScanWay;
  readonly chosen: boolean;
  readonly dearest: number;
}) {
  return (
    <li className="pw-why-way" data-ink={inkOf(way.via)} data-chosen={chosen || undefined}>
      <p className="pw-why-name">
        <strong>{nameWay(way)}</strong>
        <span>{chosen ? 'chosen' : 'turned down'}</span>
      </p>
      <dl>
        <div>
          <dt>cost</dt>
          <dd>{showCost(way.cost)}</dd>
        </div>
        <div>
          <dt>pages</dt>
          <dd>{way.pages === undefined ? 'not run' : formatCount(way.pages)}</dd>
        </div>
        <div>
          <dt>time</dt>
          <dd>{showMeasured(way)}</dd>
        </div>
      </dl>
      <div className="pw-why-bar" aria-hidden="true">
        <span
          className="pw-why-fill"
          style={{ inlineSize: `max(2px, ${(way.cost / Math.max(dearest, 1e-9)) * 100}%)` }}
        />
      </div>
      {way.node.indexCond === undefined && way.via === 'index' && (
        <p className="pw-why-aside">It walks the whole index and checks every row.</p>
      )}
      {way.steps.length > 0 ? (
        <details>
          <summary>Where the cost comes from</summary>
          <Steps way={way} />
        </details>
      ) : (
        <p className="pw-why-aside">{costOfScan(way)}</p>
      )}
    </li>
  );
}

function Unused({ unused, scan }: { readonly unused: UnusedIndex; readonly scan: ScanChoices }) {
  const { index, way } = unused;
  return (
    <li>
      <code>
        {index.name} ({index.columns.join(', ')})
      </code>{' '}
      {way ? explainLoser(way, scan.chosen) : explainUnusable(index, scan.chosen.node)}
    </li>
  );
}

function Scan({ scan, alone }: { readonly scan: ScanChoices; readonly alone: boolean }) {
  const ways = [scan.chosen, ...scan.others];
  const dearest = Math.max(...ways.map(({ cost }) => cost));
  const condition = conditionOf(scan.chosen.node);
  const name = scan.alias === scan.table.name ? scan.table.name : `${scan.table.name} ${scan.alias}`;
  return (
    <section className="pw-why-scan" aria-label={`Ways to read ${name}`}>
      {!alone && <h3>{name}</h3>}
      <p className="pw-machine-lead">{keepUnits(explainChoice(scan))}</p>
      {condition !== '' && <p className="pw-why-condition">{condition}</p>}
      <ol className="pw-why-ways">
        {ways.map((way) => (
          <Way key={way.via} way={way} chosen={way === scan.chosen} dearest={dearest} />
        ))}
      </ol>
      {(scan.impossible.length > 0 || scan.unused.length > 0) && (
        <ul className="pw-why-rest">
          {scan.impossible.map(({ via }) => (
            <li key={via}>{explainImpossible(via)}</li>
          ))}
          {scan.unused.map((unused) => (
            <Unused key={unused.index.name} unused={unused} scan={scan} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The ways to read each table that were turned down: their costs, what they read when run, and the arithmetic. */
export function WhyNot({ found }: WhyNotProps) {
  const { scans, costs } = found;
  if (scans.length === 0)
    return (
      <p className="pw-machine pw-machine-note">This plan reads no table: there was nothing to choose.</p>
    );
  return (
    <div className="pw-machine pw-why">
      {scans.map((scan) => (
        <Scan key={scan.chosen.node.id} scan={scan} alone={scans.length === 1} />
      ))}
      <p className="pw-machine-note">
        Cost, pages and time are those of the whole query; bars are costs. A cost of 1 is one page read in a
        row (seq_page_cost {costs.seqPage}); a page somewhere else costs {costs.randomPage}{' '}
        (random_page_cost), a row {costs.cpuTuple}. Each way was planned by turning the others off, in a
        transaction that was rolled back.
      </p>
    </div>
  );
}
