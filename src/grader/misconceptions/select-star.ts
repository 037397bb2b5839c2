import { formatCount } from '../../plan/format-figures.ts';
import type { Misconception } from './misconception.ts';
import { findLookup } from './visibility-map-not-set.ts';

export const selectStar: Misconception = {
  id: 'select-star',
  title: 'The query reads a column that the index does not hold',
  lesson: '/learn/queries/only-the-columns/',
  recognise: (recognition) => {
    const found = findLookup(recognition);
    if (!found || found.missing.length === 0) return undefined;
    const { seen, scan, index, missing } = found;
    const columns = missing.join(', ');
    return `${index.name} finds the ${formatCount(scan.actual?.rows ?? 0)} rows, but ${columns} ${missing.length === 1 ? 'is' : 'are'} not in it, so the row of every entry is fetched from ${index.table}: ${formatCount(seen.pages)} pages. An index-only scan needs every column that the query mentions. Add ${columns} to the index (INCLUDE is made for this), or do not ask for more than the index holds.`;
  },
};
