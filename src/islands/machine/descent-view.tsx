import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import type { Descent, DescentStep } from '../../session/index-descent.ts';
import type { InsideIndex } from '../../session/inside-index.ts';
import { keepUnits } from '../keep-units.ts';
import './descent.css';
import { describeDescent, nameLevel, showKey, showTarget, whyBytes, windowOf } from './inside-text.ts';
import { listBlocks } from './pages-text.ts';

interface StepProps {
  readonly step: DescentStep;
  readonly top: number;
}

function Step({ step, top }: StepProps) {
  const name = nameLevel(step.level, top, 1);
  const leaf = step.level === 0;
  return (
    <li>
      <p className="pw-descent-step">
        <strong>
          {name.charAt(0).toUpperCase() + name.slice(1)}, page {step.block}
        </strong>
        <span>{formatPlural(step.entries.length, 'entry', 'entries')}</span>
      </p>
      <table aria-label={`Entries of page ${step.block}`}>
        <thead>
          <tr>
            <th scope="col">{leaf ? 'Key' : 'From key'}</th>
            <th scope="col">Leads to</th>
          </tr>
        </thead>
        <tbody>
          {windowOf(step).map((row) =>
            row.kind === 'gap' ? (
              <tr key={`gap ${row.after}`} data-gap>
                <td colSpan={2}>{formatPlural(row.count, 'entry', 'entries')} more</td>
              </tr>
            ) : (
              <tr
                key={row.entry.offset}
                data-taken={row.taken || undefined}
                data-dead={row.entry.dead || undefined}
              >
                <th scope="row" title={whyBytes(row.entry.key)}>
                  {row.taken && <span className="pw-sr">Taken: </span>}
                  {row.entry.kind === 'high key' ? `up to ${showKey(row.entry.key)}` : showKey(row.entry.key)}
                </th>
                <td>
                  {showTarget(row.entry)}
                  {row.entry.dead && ' (marked dead)'}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </li>
  );
}

function HeapStep({ descent, inside }: { readonly descent: Descent; readonly inside: InsideIndex }) {
  const { table } = inside.index;
  const unmarked = new Set(inside.map.unmarked);
  const visits = descent.heap.filter((block) => unmarked.has(block)).length;
  const spared =
    visits === 0
      ? 'All of them are marked all-visible: an index-only scan would stop at the leaf.'
      : `${formatCount(visits)} of them ${visits === 1 ? 'is' : 'are'} not marked all-visible: an index-only scan would still come here.`;
  return (
    <li>
      <p className="pw-descent-step">
        <strong>Table {table}</strong>
        <span>{formatPlural(descent.heap.length, 'page')}</span>
      </p>
      <p className="pw-descent-heap">{listBlocks(descent.heap)}</p>
      <p className="pw-machine-aside">{spared}</p>
    </li>
  );
}

/** The way of a search, page by page, with the entry that it took on each. */
export function DescentView({ inside }: { readonly inside: InsideIndex }) {
  const { descent } = inside;
  if (descent === undefined) return null;
  return (
    <figure className="pw-descent" aria-label="The way of the search">
      <p className="pw-machine-lead">{keepUnits(describeDescent(descent, inside.index.table))}</p>
      <ol>
        {descent.steps.map((step) => (
          <Step key={step.block} step={step} top={inside.levels.length - 1} />
        ))}
        {descent.moreLeaves.length > 0 && (
          <li>
            <p className="pw-descent-step">
              <strong>
                {formatPlural(descent.moreLeaves.length, 'further leaf', 'further leaves')} with the same key
              </strong>
            </p>
            <p className="pw-descent-heap">{listBlocks(descent.moreLeaves)}</p>
          </li>
        )}
        {descent.heap.length > 0 && <HeapStep descent={descent} inside={inside} />}
      </ol>
    </figure>
  );
}
