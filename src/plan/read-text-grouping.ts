import { splitList } from './split-list.ts';

type Draft = Record<string, unknown>;

/** One key is a plain GROUP BY; several, hashed ones and `()` are grouping sets. */
export function addGroupKey(fields: Draft, label: string, value: string): void {
  const keys = value === '()' ? [] : splitList(value);
  const first = fields['Group Key'];
  const sets = fields['Grouping Sets'];
  if (first === undefined && sets === undefined && label === 'Group Keys' && value !== '()') {
    fields['Group Key'] = keys;
    return;
  }
  if (first !== undefined) {
    delete fields['Group Key'];
    addGroupingSet(fields, { 'Group Keys': [first] });
  }
  const last = Array.isArray(fields['Grouping Sets']) ? fields['Grouping Sets'].at(-1) : undefined;
  const held = last?.[label];
  if (last !== undefined && (Array.isArray(held) || Object.keys(last).join() === 'Sort Key')) {
    last[label] = [...(Array.isArray(held) ? held : []), keys];
  } else addGroupingSet(fields, { [label]: [keys] });
}

/** Adds a grouping set to a node, whose only key so far becomes the first of them. */
export function addGroupingSet(fields: Draft, set: Draft): void {
  const first = fields['Group Key'];
  if (first !== undefined) {
    delete fields['Group Key'];
    fields['Grouping Sets'] = [{ 'Group Keys': [first] }];
  }
  fields['Grouping Sets'] = [...(Array.isArray(fields['Grouping Sets']) ? fields['Grouping Sets'] : []), set];
}
