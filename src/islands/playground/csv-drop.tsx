import { useId, useState } from 'react';
import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import { CSV_TYPES, type CsvType } from '../../session/csv-types.ts';
import { type CsvLoad, createStatement } from '../../session/load-csv.ts';
import type { CsvTable } from '../../session/read-csv.ts';
import './csv-drop.css';

/** A CSV file that was read and waits to be loaded. */
export interface CsvFile {
  readonly file: string;
  readonly table: string;
  readonly read: CsvTable;
}

export interface CsvDropProps {
  readonly csv: CsvFile;
  readonly busy: boolean;
  /** Resolves to a sentence where it could not be loaded. */
  readonly onLoad: (load: CsvLoad, onRows: (rows: number) => void) => Promise<string | undefined>;
  readonly onClose: () => void;
}

const SHOWN_ROWS = 5;

function isType(text: string): text is CsvType {
  return CSV_TYPES.some((type) => type === text);
}

interface PreviewProps {
  readonly read: CsvTable;
  readonly types: readonly CsvType[];
  readonly onType: (at: number, type: CsvType) => void;
}

/** The first rows under their columns, each with the type that it is to have. */
function Preview({ read, types, onType }: PreviewProps) {
  return (
    <section
      className="pw-csv-scroll"
      aria-label="The first rows"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {read.columns.map(({ name }, at) => (
              <th key={name} scope="col">
                <span>{name}</span>
                <select
                  aria-label={`Type of ${name}`}
                  value={types[at]}
                  onChange={({ target }) => isType(target.value) && onType(at, target.value)}
                >
                  {CSV_TYPES.map((type) => (
                    <option key={type}>{type}</option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {read.rows.slice(0, SHOWN_ROWS).map(({ line, cells }) => (
            <tr key={line}>
              {read.columns.map(({ name }, at) => (
                <td key={name} data-null={cells[at] === '' || undefined}>
                  {cells[at] === '' ? 'NULL' : cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a CSV file will become: its table, the types of its columns, its first rows. */
export function CsvDrop({ csv, busy, onLoad, onClose }: CsvDropProps) {
  const id = useId();
  const [table, setTable] = useState(csv.table);
  const [types, setTypes] = useState<readonly CsvType[]>(csv.read.columns.map(({ type }) => type));
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const columns = csv.read.columns.map(({ name }, at) => ({ name, type: types[at] ?? 'text' }));
  const load = async () => {
    setFailure(undefined);
    setDone(0);
    setFailure(await onLoad({ table, columns, rows: csv.read.rows }, setDone));
    setDone(undefined);
  };
  return (
    <section className="pw-csv" aria-label={`Load ${csv.file}`}>
      <p>
        {csv.file}: {formatPlural(csv.read.rows.length, 'row')}, {formatPlural(columns.length, 'column')}. An
        empty field becomes NULL.
      </p>
      <div className="pw-csv-bar">
        <label htmlFor={id}>Table</label>
        <input
          id={id}
          value={table}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setTable(target.value)}
        />
        <button
          type="button"
          className="pw-button"
          data-primary
          disabled={busy || table.trim() === ''}
          onClick={() => void load()}
        >
          Create and load
        </button>
        <button type="button" className="pw-button" data-quiet disabled={busy} onClick={onClose}>
          Cancel
        </button>
        <span role="status" className="pw-eyebrow">
          {done !== undefined &&
            `${formatCount(done)} of ${formatPlural(csv.read.rows.length, 'row')} loaded`}
        </span>
      </div>
      {failure !== undefined && (
        <p className="pw-notice" data-bad role="alert">
          {failure}
        </p>
      )}
      <Preview
        read={csv.read}
        types={types}
        onType={(at, type) => setTypes(types.map((before, place) => (place === at ? type : before)))}
      />
      <details>
        <summary>As SQL</summary>
        <pre className="pw-sql">{createStatement({ table, columns })};</pre>
      </details>
    </section>
  );
}
