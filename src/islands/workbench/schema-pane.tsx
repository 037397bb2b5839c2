import { useEffect, useState } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Lab } from '../../session/lab.ts';
import type { Looked } from '../../session/throw-away.ts';
import { offerSchema } from '../editor/schema-store.ts';
import { faultSentence } from '../faults/fault-text.ts';
import { namedIn } from '../named-in.ts';
import { type CatalogRelation, readCatalog } from '../playground/catalog.ts';
import { queryOf } from '../playground/relation-query.ts';
import { SchemaList } from '../playground/schema-browser.tsx';
import './schema-pane.css';

export interface SchemaPaneProps {
  readonly exercise: Exercise;
  /** Hands out the reader's database, opened where it is not open yet. */
  readonly lab: () => Lab;
  /** The pane is the one that is shown, and nothing runs: the catalog can be read. */
  readonly current: boolean;
  /** Puts a query into the scratch tab. */
  readonly onQuery: (sql: string) => void;
}

type Read =
  | { readonly kind: 'ok'; readonly catalog: readonly CatalogRelation[] }
  | { readonly kind: 'failed'; readonly why: string };

/** The catalog as it is, read whenever the pane is shown and after whatever ran meanwhile. */
function useCatalog({ lab, current }: SchemaPaneProps): Read | undefined {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    if (!current) return;
    let late = false;
    const fail = (why: string) => {
      if (!late) setRead((before) => before ?? { kind: 'failed', why });
    };
    const take = (read: Looked<readonly CatalogRelation[]>) => {
      if (read.kind === 'none') return fail(read.message);
      if (late) return;
      const catalog = read.found;
      offerSchema(catalog.map(({ name, written, columns }) => ({ name, written, columns })));
      setRead({ kind: 'ok', catalog });
    };
    Promise.resolve()
      .then(lab)
      .then(readCatalog)
      .then(take)
      .catch((thrown) => fail(faultSentence(thrown)));
    return () => {
      late = true;
    };
  }, [current, lab]);
  return read;
}

/** The tables that the task's queries name, before all others. */
function ofTask(exercise: Exercise, catalog: readonly CatalogRelation[]) {
  const sql = exercise.spec.workload.map((query) => query.sql);
  const names = new Set(
    namedIn(
      sql.join('\n'),
      catalog.map(({ name }) => name),
    ),
  );
  const rank = ({ name }: CatalogRelation) => (names.has(name) ? 0 : 1);
  return { unfolded: names, sorted: [...catalog].sort((a, b) => rank(a) - rank(b)) };
}

/** Tables, columns and indexes of the reader's database; those of the task stand first, unfolded. */
export function SchemaPane(props: SchemaPaneProps) {
  const { exercise, onQuery } = props;
  const read = useCatalog(props);
  if (read === undefined) return <p className="pw-bench-empty">Reading the tables</p>;
  if (read.kind === 'failed')
    return (
      <p className="pw-notice" data-bad role="alert">
        {read.why}
      </p>
    );
  const { sorted, unfolded } = ofTask(exercise, read.catalog);
  return (
    <div className="pw-bench-schema">
      <p>The database that Run works on. Check begins with a fresh copy.</p>
      {sorted.length === 0 && <p>No table is left. Reset opens a copy that has them.</p>}
      <SchemaList
        catalog={sorted}
        into="Scratch"
        unfolded={unfolded}
        onPick={(relation) => onQuery(queryOf(relation))}
      />
    </div>
  );
}
