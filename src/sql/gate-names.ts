import { type Complaint, complaint, type GatePolicy, type Rule } from './gate-types.ts';
import { type Fields, list, locationOf, nameParts, nodeOf, text } from './tree.ts';

/** The names of a WITH (...) or option list. */
export function optionNames(items: readonly unknown[]): string[] {
  return items.map((item) => {
    const option = nodeOf(item)?.fields ?? {};
    return text(option, 'defname') ?? '';
  });
}

/** An object on a table that the dataset does not have, where its tables are known. */
export function ownTable(of: Fields | undefined, policy: GatePolicy): Complaint | undefined {
  const name = of && text(of, 'relname');
  if (name === undefined || policy.tables === undefined || policy.tables.includes(name)) return undefined;
  return complaint(
    'unknown-table',
    `${name} is none of the dataset’s tables (${policy.tables.join(', ')}).`,
    of && locationOf(of),
  );
}

/** A dotted name in another schema than the dataset's. */
export function schemaOfName(items: readonly unknown[]): Complaint | undefined {
  const parts = nameParts(items);
  if (parts.length < 2 || (parts.length === 2 && parts[0] === 'public')) return undefined;
  return complaint('schema', `${parts.join('.')} is not in the schema of the dataset.`);
}

/** DROP: names in the public schema, and nothing else with them. */
export const drop: Rule = (fields) => {
  if (text(fields, 'behavior') === 'DROP_CASCADE') {
    return complaint(
      'cascade',
      'CASCADE drops whatever depends on it too, such as constraints. Name what is to be dropped.',
    );
  }
  for (const item of list(fields, 'objects')) {
    const items = nodeOf(item)?.fields ?? {};
    const found = schemaOfName(list(items, 'items'));
    if (found) return found;
  }
  return undefined;
};
