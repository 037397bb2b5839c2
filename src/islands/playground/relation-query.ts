import { quoteName } from '../../plan/quote-name.ts';
import type { CatalogRelation } from './catalog.ts';

/** Columns that a query names; a relation with more of them is asked for all. */
const MOST_NAMED = 8;

/** The first rows of a table in the schema `public`. */
export function firstRowsOf(table: string): string {
  return `select * from ${quoteName(table)} limit 20;\n`;
}

/** The first rows of a relation, with its columns by name where they are few. */
export function queryOf({ written, columns }: Pick<CatalogRelation, 'written' | 'columns'>): string {
  const named = columns.length > MOST_NAMED ? [] : columns.map(({ name }) => quoteName(name));
  return `select ${named.join(', ') || '*'}\nfrom ${written}\nlimit 20;\n`;
}
