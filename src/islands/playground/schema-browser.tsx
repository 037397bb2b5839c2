import { formatBytes, formatCount, formatPlural } from '../../plan/format-figures.ts';
import type { CatalogColumn, CatalogRelation } from './catalog.ts';
import type { DescribedTable } from './commands.tsx';
import './schema-browser.css';

export interface SchemaListProps {
  readonly catalog: readonly CatalogRelation[];
  /** Puts a query of a relation into the editor. */
  readonly onPick: (relation: CatalogRelation) => void;
  /** Where that query is put, where it is not the one text that there is. */
  readonly into?: string | undefined;
  /** Names of the relations that are unfolded from the start. */
  readonly unfolded?: ReadonlySet<string>;
  /** What the dataset says of its tables. */
  readonly described?: readonly DescribedTable[];
}

export interface SchemaBrowserProps extends Pick<SchemaListProps, 'onPick'> {
  /** Undefined until it was read. */
  readonly catalog: readonly CatalogRelation[] | undefined;
  readonly opened: boolean;
  readonly described: readonly DescribedTable[];
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

interface RelationProps extends Pick<SchemaListProps, 'onPick' | 'into'> {
  readonly relation: CatalogRelation;
  readonly unfolded: boolean;
  readonly about: string | undefined;
}

function Relation({ relation, onPick, into, unfolded, about }: RelationProps) {
  const { name, columns, indexes } = relation;
  return (
    <li>
      <details open={unfolded}>
        <summary>
          <span className="pw-schema-name">{name}</span>
          <span className="pw-schema-size">{sizeOf(relation)}</span>
        </summary>
        {about && <p className="pw-schema-about">{about}</p>}
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
          {into && ` in ${into}`}
        </button>
      </details>
    </li>
  );
}

/** Relations, each with its columns, keys, indexes, sizes and what the statistics say. */
export function SchemaList({ catalog, onPick, into, unfolded, described = [] }: SchemaListProps) {
  return (
    <ul className="pw-schema-relations">
      {catalog.map((relation) => (
        <Relation
          key={relation.name}
          relation={relation}
          onPick={onPick}
          into={into}
          unfolded={unfolded?.has(relation.name) ?? false}
          about={described.find(({ name }) => name === relation.name)?.about}
        />
      ))}
    </ul>
  );
}

/** What there will be when the database is open, in the words of the dataset: enough to begin writing. */
function Shipped({ tables }: { readonly tables: readonly DescribedTable[] }) {
  return (
    <ul className="pw-schema-relations" aria-label="Tables that come with it">
      {tables.map(({ name, rows, about }) => (
        <li key={name} className="pw-schema-shipped">
          <span className="pw-schema-name">{name}</span>
          <span className="pw-schema-size">{formatPlural(rows, 'row')}</span>
          <p className="pw-schema-about">{about}</p>
        </li>
      ))}
    </ul>
  );
}

function nothingOf({ catalog, opened, described }: SchemaBrowserProps): string {
  if (catalog || described.length === 0) return 'No table yet. CREATE TABLE makes one.';
  return `Columns, indexes and sizes appear when ${opened ? 'they can be read' : 'the database is open'}.`;
}

/** Tables and views of the live database: columns, keys, indexes, sizes and what the statistics say. */
export function SchemaBrowser(props: SchemaBrowserProps) {
  const { catalog, onPick, described } = props;
  const empty = catalog === undefined || catalog.length === 0;
  return (
    <section className="pw-schema" aria-label="Schema" tabIndex={empty ? 0 : undefined}>
      <h2>Schema {catalog && <span>{formatCount(catalog.length)}</span>}</h2>
      {empty && <p className="pw-schema-empty">{nothingOf(props)}</p>}
      {!catalog && <Shipped tables={described} />}
      {catalog && <SchemaList catalog={catalog} onPick={onPick} described={described} />}
    </section>
  );
}
