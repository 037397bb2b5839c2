import { CSV_TYPES, type CsvType } from '../../session/csv-types.ts';
import type { CsvTable } from '../../session/read-csv.ts';

export interface CsvPreviewProps {
  readonly read: CsvTable;
  /** The types that the columns are to have, in their order. */
  readonly types: readonly CsvType[];
  readonly onType: (at: number, type: CsvType) => void;
}

const SHOWN_ROWS = 5;

function isType(text: string): text is CsvType {
  return CSV_TYPES.some((type) => type === text);
}

interface HeadProps {
  readonly name: string;
  readonly type: CsvType | undefined;
  readonly onType: (type: CsvType) => void;
}

function Head({ name, type, onType }: HeadProps) {
  return (
    <th scope="col">
      <span>{name}</span>
      <select
        aria-label={`Type of ${name}`}
        value={type}
        onChange={({ target }) => isType(target.value) && onType(target.value)}
      >
        {CSV_TYPES.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </th>
  );
}

/** The first rows under their columns, each with the type that it is to have. */
export function CsvPreview({ read, types, onType }: CsvPreviewProps) {
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
              <Head key={name} name={name} type={types[at]} onType={(type) => onType(at, type)} />
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
