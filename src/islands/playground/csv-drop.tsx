import { useId, useState } from 'react';
import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import type { CsvType } from '../../session/csv-types.ts';
import { type CsvLoad, createStatement } from '../../session/load-csv.ts';
import type { CsvTable } from '../../session/read-csv.ts';
import './csv-drop.css';
import { CsvPreview } from './csv-preview.tsx';

/** A CSV file that was read and waits to be loaded. */
export interface CsvFile {
  readonly file: string;
  /** True where it was run as if it were SQL, and no file was opened. */
  readonly pasted: boolean;
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

/** The table that the reader makes of a file: its name and the types of its columns, as the file suggests at first. */
function useTable({ table, read }: CsvFile) {
  const [name, setName] = useState(table);
  const [types, setTypes] = useState<readonly CsvType[]>(read.columns.map(({ type }) => type));
  const columns = read.columns.map((column, at) => ({ name: column.name, type: types[at] ?? 'text' }));
  return {
    name,
    setName,
    types,
    setType: (at: number, type: CsvType) =>
      setTypes(types.map((before, place) => (place === at ? type : before))),
    load: { table: name, columns, rows: read.rows },
  };
}

/** How far loading has come, and why it failed. */
function useLoading(onLoad: CsvDropProps['onLoad']) {
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const start = async (load: CsvLoad) => {
    setFailure(undefined);
    setDone(0);
    setFailure(await onLoad(load, setDone));
    setDone(undefined);
  };
  return { done, failure, start };
}

interface BarProps extends Pick<CsvDropProps, 'busy' | 'onClose'> {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onLoad: () => void;
  readonly said: string | undefined;
}

function Bar({ name, onName, busy, onLoad, onClose, said }: BarProps) {
  const id = useId();
  return (
    <div className="pw-csv-bar">
      <label htmlFor={id}>Table</label>
      <input
        id={id}
        value={name}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => onName(target.value)}
      />
      <button
        type="button"
        className="pw-button"
        data-primary
        disabled={busy || name.trim() === ''}
        onClick={onLoad}
      >
        Create and load
      </button>
      <button type="button" className="pw-button" data-quiet disabled={busy} onClick={onClose}>
        Cancel
      </button>
      <span role="status" className="pw-eyebrow">
        {said}
      </span>
    </div>
  );
}

/** What a CSV file will become: its table, the types of its columns, its first rows. */
export function CsvDrop({ csv, busy, onLoad, onClose }: CsvDropProps) {
  const { name, setName, types, setType, load } = useTable(csv);
  const { done, failure, start } = useLoading(onLoad);
  const rows = formatPlural(csv.read.rows.length, 'row');
  return (
    <section className="pw-csv" aria-label={`Load ${csv.file}`}>
      <p>
        {csv.pasted ? 'What you ran is a table and not SQL' : csv.file}: {rows},{' '}
        {formatPlural(load.columns.length, 'column')}. An empty field becomes NULL.
      </p>
      <Bar
        name={name}
        onName={setName}
        busy={busy}
        onLoad={() => void start(load)}
        onClose={onClose}
        said={done === undefined ? undefined : `${formatCount(done)} of ${rows} loaded`}
      />
      {failure !== undefined && (
        <p className="pw-notice" data-bad role="alert">
          {failure}
        </p>
      )}
      <CsvPreview read={csv.read} types={types} onType={setType} />
      <details>
        <summary>As SQL</summary>
        <pre className="pw-sql">{createStatement(load)};</pre>
      </details>
    </section>
  );
}
