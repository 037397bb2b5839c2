import { order } from './mutate-order.ts';
import { type Edit, type MutationKind, type MutationRule, replace, textAt } from './mutation.ts';
import { closingOf, type Token } from './tokens.ts';

function swap(
  kind: MutationKind,
  of: 'word' | 'operator',
  table: Readonly<Record<string, readonly string[]>>,
): MutationRule {
  return (tokens, at) => {
    const token = tokens[at];
    return token?.kind === of && Object.hasOwn(table, token.text)
      ? replace(kind, token, ...(table[token.text] ?? []))
      : [];
  };
}

const comparison = swap('comparison', 'operator', {
  '<': ['<=', '>'],
  '<=': ['<', '>='],
  '>': ['>=', '<'],
  '>=': ['>', '<='],
  '=': ['<>'],
  '<>': ['='],
  '!=': ['='],
});

const boundary: MutationRule = (tokens, at) => {
  const token = tokens[at];
  if (token?.kind !== 'text' || !/^\d{1,15}$/.test(token.text)) return [];
  const before = tokens[at - 1];
  // The 1 of $1 is a name.
  if (before?.text === '$' && before.end === token.start) return [];
  const value = Number(token.text);
  return replace('boundary', token, String(value + 1), ...(value > 0 ? [String(value - 1)] : []));
};

const join: MutationRule = (tokens, at) => {
  const token = tokens[at];
  if (token?.text !== 'join' || token.kind !== 'word') return [];
  const outer = textAt(tokens, at - 1) === 'outer' ? at - 1 : at;
  const side = tokens[outer - 1];
  if (side && ['left', 'right', 'full'].includes(side.text)) {
    const edit = { kind: 'join' as const, start: side.start, end: token.end };
    return [{ ...edit, put: 'join' }, ...(side.text === 'full' ? [{ ...edit, put: 'left join' }] : [])];
  }
  if (side && ['cross', 'natural'].includes(side.text)) return [];
  const start = side?.text === 'inner' ? side.start : token.start;
  return [{ kind: 'join', start, end: token.end, put: 'left join' }];
};

const CALLS: Readonly<Record<string, readonly string[]>> = {
  min: ['max'],
  max: ['min'],
  sum: ['avg', 'count'],
  avg: ['sum'],
  rank: ['dense_rank', 'row_number'],
  dense_rank: ['rank'],
  row_number: ['rank'],
  lag: ['lead'],
  lead: ['lag'],
  first_value: ['last_value'],
  last_value: ['first_value'],
};
const COUNTS_REPEATS = new Set(['count', 'sum', 'avg', 'string_agg', 'array_agg']);

const aggregate: MutationRule = (tokens, at) => {
  const token = tokens[at];
  const open = tokens[at + 1];
  if (token?.kind !== 'word' || open?.text !== '(') return [];
  const edits = Object.hasOwn(CALLS, token.text)
    ? [...replace('aggregate', token, ...(CALLS[token.text] ?? []))]
    : [];
  if (!COUNTS_REPEATS.has(token.text)) return edits;
  const first = tokens[at + 2];
  const close = tokens[closingOf(tokens, at + 1)];
  if (!first || !close || first.text === '*' || first.text === ')') return edits;
  if (first.text === 'distinct') edits.push(...replace('distinct', first, ''));
  else edits.push({ kind: 'distinct', start: first.start, end: first.start, put: 'distinct ' });
  if (token.text === 'count') edits.push({ kind: 'null', start: first.start, end: close.start, put: '*' });
  return edits;
};

const distinct: MutationRule = (tokens, at) => {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.text !== 'select' || !next) return [];
  if (next.text === 'distinct') return textAt(tokens, at + 2) === 'on' ? [] : replace('distinct', next, '');
  // Inside EXISTS and IN a DISTINCT changes nothing, so only the outer SELECT gets one.
  return token.depth === 0 ? [{ kind: 'distinct', start: token.end, end: token.end, put: ' distinct' }] : [];
};

const nulls: MutationRule = (tokens, at) => {
  const token = tokens[at];
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (token?.kind !== 'word' || !next) return [];
  const upTo = (end: Token, put: string): readonly Edit[] => [
    { kind: 'null', start: token.start, end: end.end, put },
  ];
  if (token.text === 'is' && next.text === 'null') return upTo(next, 'is not null');
  if (token.text === 'is' && next.text === 'not' && after?.text === 'null') return upTo(after, 'is null');
  if (token.text === 'is' && next.text === 'distinct' && after?.text === 'from') return upTo(after, '<>');
  if (token.text === 'is' && next.text === 'not' && after?.text === 'distinct')
    return upTo(tokens[at + 3] ?? after, '=');
  if (token.text === 'not' && next.text === 'exists') return upTo(next, 'exists');
  if (token.text === 'not' && next.text === 'in') return upTo(next, 'in');
  if (token.text === 'exists' && textAt(tokens, at - 1) !== 'not') return upTo(token, 'not exists');
  if (token.text === 'in' && next.text === '(' && textAt(tokens, at - 1) !== 'not')
    return upTo(token, 'not in');
  if (token.text === 'nulls' && next.text === 'first') return upTo(next, 'nulls last');
  if (token.text === 'nulls' && next.text === 'last') return upTo(next, 'nulls first');
  return [];
};

/** COALESCE without its fallback. */
const coalesce: MutationRule = (tokens, at) => {
  const token = tokens[at];
  const open = tokens[at + 1];
  if (token?.text !== 'coalesce' || open?.text !== '(') return [];
  const close = tokens[closingOf(tokens, at + 1)];
  const comma = tokens.find(
    ({ text, depth, start }) => text === ',' && depth === open.depth + 1 && start > open.start,
  );
  if (!close || !comma || comma.start > close.start) return [];
  return [{ kind: 'null', start: comma.start, end: close.end, put: ')' }];
};

/** AND that belongs to BETWEEN joins no conditions. */
function isOfBetween(tokens: readonly Token[], at: number): boolean {
  const depth = tokens[at]?.depth;
  for (let i = at - 1; i >= 0 && (tokens[i]?.depth ?? 0) >= (depth ?? 0); i -= 1) {
    if (tokens[i]?.depth !== depth) continue;
    const text = textAt(tokens, i);
    if (text === 'between') return true;
    if (['and', 'or', 'where', 'on', 'having', 'when'].includes(text)) return false;
  }
  return false;
}

const logic: MutationRule = (tokens, at) => {
  const token = tokens[at];
  if (token?.kind !== 'word') return [];
  if (token.text === 'or') return replace('logic', token, 'and');
  return token.text === 'and' && !isOfBetween(tokens, at) ? replace('logic', token, 'or') : [];
};

const sets: MutationRule = (tokens, at) => {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== 'word' || !['union', 'except', 'intersect'].includes(token.text) || !next) return [];
  if (next.text === 'all') return [{ kind: 'set', start: token.start, end: next.end, put: token.text }];
  return replace('set', token, `${token.text} all`);
};

/** Every rule, tried at every token. */
export const MUTATION_RULES: readonly MutationRule[] = [
  join,
  comparison,
  boundary,
  aggregate,
  distinct,
  nulls,
  coalesce,
  logic,
  sets,
  order,
];
