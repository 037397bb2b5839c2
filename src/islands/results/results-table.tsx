import { useState } from 'react';
import type { Cell, ResultSet } from '../../engine/engine.ts';
import { CopyButton } from './copy-button.tsx';
import { countRowsAtOnce } from './count-rows.ts';
import { describeCut, describeResult, isNumeric, readPlanText, showDuration } from './describe-result.ts';
import './results.css';
import { writeDelimited } from './write-delimited.ts';

/** Results put on the page at once. */
const RESULTS_AT_ONCE = 50;

/** A cell as it is shown: NULL set apart, long text cut for the eye (the whole of it is what is copied). */
function CellView({ cell }: { readonly cell: Cell }) {
  if (cell === null) return <span className="pw-null">NULL</span>;
  return cell.length > 400 ? `${cell.slice(0, 400)}…` : cell;
}

function Grid({ result, rows }: { readonly result: ResultSet; readonly rows: number }) {
  return (
    <table>
      <thead>
        <tr>
          {result.columns.map(({ name, type }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, places do not
            <th key={index} scope="col" data-numeric={isNumeric(type) || undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.rows.slice(0, rows).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows repeat, places do not
          <tr key={index}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
              <td key={column} data-numeric={isNumeric(result.columns[column]?.type ?? 0) || undefined}>
                <CellView cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OneResultProps {
  readonly result: ResultSet;
  /** Which statement it is of; 1 where there is no other. */
  readonly of: number;
  /** How many rows are put on the page at once. */
  readonly step: number;
}

function OneResult({ result, of, step }: OneResultProps) {
  const [steps, setSteps] = useState(1);
  const rows = steps * step;
  const plan = readPlanText(result);
  const cut = describeCut(result);
  const more = Math.min(step, result.rows.length - rows);
  return (
    <div className="pw-result">
      {result.columns.length > 0 && plan === undefined && (
        <section
          className="pw-result-scroll"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={of > 1 ? `Rows of statement ${of}` : 'Rows'}
        >
          <Grid result={result} rows={rows} />
        </section>
      )}
      {plan !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre className="pw-plan-text" tabIndex={0}>
          {plan}
        </pre>
      )}
      <div className="pw-result-foot">
        <span className="pw-figure-text">
          {plan === undefined ? describeResult(result) : 'plan'} ·{' '}
          <span title="From handing the statement over to having all of its answer, once">
            answered in {showDuration(result.ms)}
          </span>
        </span>
        {cut !== undefined && <span>{cut}</span>}
        {more > 0 && plan === undefined && (
          <button type="button" className="pw-button" data-quiet onClick={() => setSteps(steps + 1)}>
            Show {more} more
          </button>
        )}
        {plan !== undefined && <CopyButton label="Copy" text={() => plan} />}
        {plan === undefined && result.rows.length > 0 && result.columns.length > 0 && (
          <span className="pw-result-copy">
            <CopyButton label="Copy TSV" text={() => writeDelimited(result, 'tsv')} />
            <CopyButton label="Copy CSV" text={() => writeDelimited(result, 'csv')} />
          </span>
        )}
      </div>
    </div>
  );
}

/** What each statement returned, below each other. Everything is text: nothing in the data becomes markup. */
export function ResultsTable({ results }: { readonly results: readonly ResultSet[] }) {
  const [most, setMost] = useState(RESULTS_AT_ONCE);
  const shown = results.slice(0, most);
  const beside = Math.min(results.length, RESULTS_AT_ONCE);
  const left = results.length - shown.length;
  return (
    <div className="pw-results">
      {shown.map((result, index) => (
        <OneResult
          // biome-ignore lint/suspicious/noArrayIndexKey: statements have no name but their place
          key={index}
          result={result}
          of={results.length > 1 ? index + 1 : 1}
          step={countRowsAtOnce(result.columns.length, beside)}
        />
      ))}
      {left > 0 && (
        <div className="pw-result pw-result-foot">
          <span>
            The results of the first {shown.length} of {results.length.toLocaleString('en')} statements.
          </span>
          <button
            type="button"
            className="pw-button"
            data-quiet
            onClick={() => setMost(most + RESULTS_AT_ONCE)}
          >
            Show {Math.min(RESULTS_AT_ONCE, left)} more
          </button>
        </div>
      )}
    </div>
  );
}
