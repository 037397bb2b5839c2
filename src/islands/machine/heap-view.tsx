import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import type { HeapPage, Slot } from '../../session/heap-page.ts';
import { keepUnits } from '../keep-units.ts';
import { BeforeAfter } from './before-after.tsx';
import './heap.css';
import { HeapPicture } from './heap-picture.tsx';
import { countState, describeHeapChange, describeHeapPage, describeSlot, listNotable } from './heap-text.ts';
import './inside.css';
import { showDecoded } from './inside-text.ts';
import './machine.css';

export interface HeapViewProps {
  readonly page: HeapPage;
  /** The same page at an earlier look: what became of it is told. */
  readonly before?: HeapPage | undefined;
}

const LEGEND = [
  ['--pw-index', 'seen'],
  ['--pw-bitmap', 'seen, reached through the version before it'],
  ['--pw-bad', 'old'],
  ['--pw-soft', 'line pointer without a row version'],
] as const;

/** Line pointers shown at once; all of them stand below, folded. */
const MOST_NOTABLE = 12;

function Legend() {
  return (
    <ul className="pw-heap-legend">
      {LEGEND.map(([ink, what]) => (
        <li key={what}>
          <i aria-hidden="true" style={{ background: `var(${ink})` }} />
          {what}
        </li>
      ))}
    </ul>
  );
}

function Slots({
  page,
  slots,
  label,
}: {
  readonly page: HeapPage;
  readonly slots: readonly Slot[];
  readonly label: string;
}) {
  return (
    <figure
      className="pw-machine-scroll"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="pw-heap-slots">
        <thead>
          <tr>
            <th scope="col">Slot</th>
            <th scope="col">What it is</th>
            <th scope="col" data-numeric>
              Bytes
            </th>
            <th scope="col" data-numeric>
              xmin
            </th>
            <th scope="col" data-numeric>
              xmax
            </th>
            {page.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.number} data-state={slot.state}>
              <th scope="row">{slot.number}</th>
              <td>{describeSlot(slot)}</td>
              <td data-numeric>{slot.bytes > 0 ? formatCount(slot.bytes) : ''}</td>
              <td data-numeric>{slot.xmin}</td>
              <td data-numeric>{slot.xmax}</td>
              {page.columns.map((column, at) => {
                const value = slot.values[at];
                return <td key={column}>{value ? showDecoded(value).slice(0, 40) : ''}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** A page of a table: where its bytes are, which row versions are seen, and what the others are. */
export function HeapView({ page, before }: HeapViewProps) {
  const notable = listNotable(page).slice(0, MOST_NOTABLE);
  return (
    <div className="pw-machine pw-inside">
      <p className="pw-machine-lead">{keepUnits(describeHeapPage(page))}</p>
      {before ? (
        <BeforeAfter
          lines={describeHeapChange(before, page)}
          nothing="Nothing changed on this page."
          sides={[
            { title: 'Before', picture: <HeapPicture page={before} /> },
            { title: 'After', picture: <HeapPicture page={page} /> },
          ]}
        />
      ) : (
        <HeapPicture page={page} />
      )}
      <Legend />
      {notable.length > 0 && notable.length < page.slots.length && (
        <Slots page={page} slots={notable} label="Line pointers that something happened to" />
      )}
      <details>
        <summary>{formatPlural(page.slots.length, 'line pointer')}</summary>
        <Slots page={page} slots={page.slots} label="All line pointers" />
      </details>
      <p className="pw-machine-note">
        The page’s 8 kB from left to right: its header and line pointers, free space, row versions; an arc
        leads from a version to the one that took its place. Read with pageinspect; which versions are seen
        was asked of PostgreSQL.
        {countState(page, 'aborted') > 0 &&
          ' Versions that were rolled back can also come from a write’s plan: for it the write is run once more and taken back.'}
      </p>
    </div>
  );
}
