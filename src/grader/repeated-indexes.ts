import type { Evidence, IndexEvidence } from '../checks/evidence.ts';

/** A created index, and the one of the start that is the same but for its name. */
export interface Repetition {
  readonly index: IndexEvidence;
  readonly of: IndexEvidence;
}

/** What a definition says of the index apart from its name and its table: method, columns, options and rows. */
function bodyOf({ definition, method }: IndexEvidence): string {
  return definition.slice(definition.indexOf(` USING ${method} `));
}

/** Whether one index is the same as another but for the name, and keeps its rule where it keeps one. */
function repeats(index: IndexEvidence, other: IndexEvidence): boolean {
  const same =
    index.schema === other.schema && index.table === other.table && bodyOf(index) === bodyOf(other);
  return same && other.valid && (other.unique || !index.unique);
}

/** The created indexes that were there already under another name. Of two created ones a plan reads one, and not both. */
export function findRepetitions({ submission: { indexes } }: Evidence): readonly Repetition[] {
  const there = indexes.filter(({ created }) => !created);
  return indexes.flatMap((index) => {
    const of = index.created ? there.find((one) => repeats(index, one)) : undefined;
    return of ? [{ index, of }] : [];
  });
}
