import { formatBytes, formatCount, formatPlural } from '../../plan/format-figures.ts';
import type { CatalogColumn, CatalogRelation } from './catalog.ts';
import './schema-browser.css';

export interface SchemaBrowserProps {
  readonly catalog: readonly CatalogRelation[];
  readonly opened: boolean;
  /** Puts a query of a relation into the editor. */
  readonly onPick: (relation: CatalogRelation) => void;
}

function sizeOf({ kind, rows, bytes }: CatalogRelation): string {
  if (kind === 'view') return 'view';
  const counted = rows === undefined ? 'not analyzed' : formatPlural(rows, 'row');
  return `${kind === 'table' ? '' : `${kind}, `}${counted}, ${formatBytes(bytes)}`;
}

function Column({ column }: { readonly column: CatalogColumn }) {
  const { name, type, nullable, primary, references, distinct } = column;
  const notes = [
    primary && 'primary key',
    references && `to ${references}`,
    nullable && 'null allowed',
    distinct && `${formatCount(distinct)} distinct`,
  ].filter(Boolean);
  return (
    <li>
      <span className="pw-schema-column">{name}</span> <span className="pw-schema-type">{type}</span>
      {notes.length > 0 && <span className="pw-schema-notes">{notes.join(', ')}</span>}
    </li>
  );
}

function Relation({
  relation,
  onPick,
}: { readonly relation: CatalogRelation } & Pick<SchemaBrowserProps, 'onPick'>) {
  const { name, columns, indexes } = relation;
  return (
    <li>
      <details>
        <summary>
          <span className="pw-schema-name">{name}</span>
          <span className="pw-schema-size">{sizeOf(relation)}</span>
        </summary>
        <ul className="pw-schema-columns" aria-label={`Columns of ${name}`}>
          {columns.map((column) => (
            <Column key={column.name} column={column} />
          ))}
        </ul>
        {indexes.length > 0 && (
          <>
            <p className="pw-schema-head">{indexes.length === 1 ? 'Index' : 'Indexes'}</p>
            <ul className="pw-schema-columns" aria-label={`Indexes of ${name}`}>
              {indexes.map((index) => (
                <li key={index.name}>
                  <span className="pw-schema-column">{index.name}</span>
                  <span className="pw-schema-notes">
                    {index.definition}, {formatBytes(index.bytes)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        <button type="button" className="pw-button" data-quiet onClick={() => onPick(relation)}>
          Query {name}
        </button>
      </details>
    </li>
  );
}

/** Tables and views of the live database: columns, keys, indexes, sizes and what the statistics say. */
export function SchemaBrowser({ catalog, opened, onPick }: SchemaBrowserProps) {
  return (
    <section className="pw-schema" aria-label="Schema">
      <h2>Schema {opened && <span>{formatCount(catalog.length)}</span>}</h2>
      {catalog.length === 0 && (
        <p className="pw-schema-empty">
          {opened ? 'No table yet. CREATE TABLE makes one.' : 'The tables appear when the database is open.'}
        </p>
      )}
      <ul className="pw-schema-relations">
        {catalog.map((relation) => (
          <Relation key={relation.name} relation={relation} onPick={onPick} />
        ))}
      </ul>
    </section>
  );
}
