import { formatCount } from '../../plan/format-figures.ts';
import type { Misconception } from './misconception.ts';
import { findLookup, WHOLE_ROW } from './visibility-map-not-set.ts';

export const selectStar: Misconception = {
  id: 'select-star',
  title: 'The query reads a column that the index does not hold',
  lesson: '/learn/queries/only-the-columns/',
  recognise: (recognition) => {
    const found = findLookup(recognition);
    if (!found || found.missing.length === 0) return undefined;
    const { seen, scan, index, missing } = found;
    const fetched = `so the row of every entry is fetched from ${index.table}: ${formatCount(seen.pages)} pages`;
    if (missing.includes(WHOLE_ROW)) {
      return `${index.name} finds the ${formatCount(scan.actual?.rows ?? 0)} rows, but the query names a whole row of ${index.table} as one value, not a column of it. No index holds that, ${fetched}. Name the columns that are meant; where rows are only counted, count(*) needs none.`;
    }
    const columns = missing.join(', ');
    return `${index.name} finds the ${formatCount(scan.actual?.rows ?? 0)} rows, but ${columns} ${missing.length === 1 ? 'is' : 'are'} not in it, ${fetched}. An index-only scan needs every column that the query mentions. Add ${columns} to the index (INCLUDE is made for this), or do not ask for more than the index holds.`;
  },
};
