import { type Edit, type MutationRule, replace, textAt } from './mutation.ts';
import type { Token } from './tokens.ts';

const END_OF_ORDER = new Set([
  'limit',
  'offset',
  'fetch',
  'for',
  'rows',
  'range',
  'groups',
  'union',
  'except',
  'intersect',
]);

/** The items of the ORDER BY at `at`, each as the range of its tokens. */
function orderItems(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  const depth = tokens[at]?.depth ?? 0;
  const items: Token[][] = [[]];
  for (const token of tokens.slice(at + 2)) {
    if (token.depth < depth || (token.depth === depth && END_OF_ORDER.has(token.text))) break;
    if (token.depth === depth && token.text === ',') items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.filter((item) => item.length > 0);
}

/** Directions turned, the last key or the whole ORDER BY left out. */
export const order: MutationRule = (tokens, at) => {
  const token = tokens[at];
  if (token?.text !== 'order' || textAt(tokens, at + 1) !== 'by') return [];
  const items = orderItems(tokens, at);
  const edits = items.flatMap((item): readonly Edit[] => {
    const direction = item.find(
      ({ text, depth }) => depth === token.depth && (text === 'asc' || text === 'desc'),
    );
    if (direction) return replace('order', direction, direction.text === 'asc' ? 'desc' : 'asc');
    const before = item.find(({ text, depth }) => depth === token.depth && text === 'nulls');
    const end = before ? before.start : (item.at(-1)?.end ?? token.end);
    return [{ kind: 'order', start: end, end, put: before ? 'desc ' : ' desc' }];
  });
  const [last, beforeLast] = [items.at(-1)?.at(-1), items.at(-2)?.at(-1)];
  if (last && beforeLast) edits.push({ kind: 'order', start: beforeLast.end, end: last.end, put: '' });
  if (last) edits.push({ kind: 'order', start: token.start, end: last.end, put: '' });
  return edits;
};
