import { formatCount, formatPlural } from '../../plan/format-figures.ts';
import { methodInWords } from './index-methods.ts';
import type { Misconception } from './misconception.ts';
import { findLookup, type Lookup, WHOLE_ROW } from './visibility-map-not-set.ts';

const INCLUDES = new Set(['btree', 'gist', 'spgist']);

/** Gone through from one end, the index finds no rows: what it lacks is a place to begin, before any column. */
function isWalked({ scan }: Lookup): boolean {
  return scan.kind !== 'Bitmap Heap Scan' && scan.indexCond === undefined;
}

/** Only a rewrite may ask for less, and it finds the indexes as they are. */
function adviceOf(task: string, { index, missing }: Lookup): string {
  const columns = missing.join(', ');
  if (task === 'rewrite')
    return `The index stays as it is: do not ask for ${columns}. Where rows are only counted, count(*) needs no column.`;
  if (!INCLUDES.has(index.method))
    return `${methodInWords(index).replace(/^a/, 'A')} hands out no columns: make it a B-tree that holds ${columns} as well.`;
  return `Add ${columns} to the index; INCLUDE is made for this.`;
}

export const selectStar: Misconception = {
  id: 'select-star',
  title: 'The query reads a column that the index does not hold',
  lesson: '/learn/queries/only-the-columns/',
  recognise: (recognition) => {
    const found = findLookup(recognition);
    if (!found || found.missing.length === 0 || isWalked(found)) return undefined;
    const { seen, scan, index, missing } = found;
    const finds = `${index.name} finds the ${formatPlural(scan.actual?.rows ?? 0, 'row')}`;
    const fetched = `so the row of every entry is fetched from ${index.table}: ${formatCount(seen.pages)} pages`;
    if (missing.includes(WHOLE_ROW)) {
      return `${finds}, but the query names a whole row of ${index.table} as one value, not a column of it. No index holds that, ${fetched}. Name the columns that are meant; where rows are only counted, count(*) needs none.`;
    }
    const columns = missing.join(', ');
    return `${finds}, but ${columns} ${missing.length === 1 ? 'is' : 'are'} not in it, ${fetched}. An index-only scan needs every column that the query mentions. ${adviceOf(recognition.exercise.spec.task, found)}`;
  },
};
