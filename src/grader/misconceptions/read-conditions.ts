/** Conditions as EXPLAIN (VERBOSE) prints them, taken apart as far as recognising a mistake needs. */

export type Comparison = 'equal' | 'range' | 'pattern' | 'or' | 'other';

/** One condition that is not an AND of others, seen from one table of the query. */
export interface Condition {
  readonly comparison: Comparison;
  readonly operator: string;
  /** The table's side, without the alias and without outer brackets: `customer_id`, `lower(email)`. */
  readonly expression: string;
  /** The other side, as printed. */
  readonly value: string;
  /** Columns of the table that it mentions. */
  readonly columns: readonly string[];
  readonly text: string;
}

const RANGE = new Set(['<', '>', '<=', '>=']);
const PATTERN = new Set(['~~', '~~*', '~', '~*']);

/** What stands where within brackets and quotes: calls back for each character outside of both. */
function eachOutside(text: string, visit: (at: number) => boolean): number {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote) quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (depth === 0 && visit(at)) return at;
  }
  return -1;
}

/** `((a = 1))` is `a = 1`; `(a) = (b)` stays as it is. */
export function withoutBrackets(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return trimmed;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < trimmed.length - 1; at += 1) {
    if (trimmed[at] === "'") quoted = !quoted;
    else if (!quoted) depth += trimmed[at] === '(' ? 1 : trimmed[at] === ')' ? -1 : 0;
    if (depth === 0) return trimmed;
  }
  return withoutBrackets(trimmed.slice(1, -1));
}

function splitAt(text: string, word: string): readonly string[] {
  const at = eachOutside(text, (place) => text.startsWith(word, place));
  return at < 0 ? [text] : [text.slice(0, at), ...splitAt(text.slice(at + word.length), word)];
}

/** Takes a condition apart where its parts are joined by AND. */
export function splitConditions(text: string): readonly string[] {
  return splitAt(withoutBrackets(text), ' AND ');
}

/** Takes a list apart at its commas, outside of brackets and quotes. */
export function splitList(text: string): readonly string[] {
  return splitAt(text, ',').map((part) => part.trim());
}

function findOperator(text: string): { readonly operator: string; readonly at: number } | undefined {
  const operator = (at: number) => /^ ([-<>=~!@#%^&|?*+/]+) /.exec(text.slice(at))?.[1];
  const at = eachOutside(text, (place) => text[place] === ' ' && operator(place) !== undefined);
  return at < 0 ? undefined : { operator: operator(at) ?? '', at };
}

/** Names of an expression's columns, by the alias in front of each. */
export function columnsOf(text: string, alias: string): readonly string[] {
  const found = [...text.matchAll(/("[^"]+"|\w+)\.("[^"]+"|\w+)/g)];
  const own = found.filter(([, owner]) => owner === alias || owner === `"${alias}"`);
  return [...new Set(own.map(([, , column]) => (column ?? '').replaceAll('"', '')))];
}

function withoutAlias(text: string, alias: string): string {
  const name = alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return withoutBrackets(text.replaceAll(new RegExp(`\\b${name}\\.|"${name}"\\.`, 'g'), ''));
}

/** A comparison of rows seeks by its first column. */
function soughtBy(side: string): string {
  return /^ROW\(([^,()]+),/.exec(side)?.[1] ?? side;
}

function comparisonOf(operator: string): Comparison {
  if (operator === '=') return 'equal';
  if (RANGE.has(operator)) return 'range';
  return PATTERN.has(operator) ? 'pattern' : 'other';
}

function readOne(part: string, alias: string): Condition | undefined {
  const text = withoutBrackets(part);
  const columns = columnsOf(text, alias);
  if (columns.length === 0) return undefined;
  if (splitAt(text, ' OR ').length > 1) {
    return { comparison: 'or', operator: 'OR', expression: text, value: '', columns, text };
  }
  const found = findOperator(text);
  const sides = found
    ? [text.slice(0, found.at), text.slice(found.at + found.operator.length + 2)]
    : [text, ''];
  const own = columnsOf(sides[0] ?? '', alias).length > 0 ? 0 : 1;
  return {
    comparison: found ? comparisonOf(found.operator) : 'other',
    operator: found?.operator ?? '',
    expression: withoutAlias(soughtBy(withoutBrackets(sides[own] ?? '')), alias),
    value: sides[1 - own] ?? '',
    columns,
    text,
  };
}

/** The conditions of a filter or an index condition that are about the table of that alias. */
export function readConditions(text: string | undefined, alias: string): readonly Condition[] {
  if (text === undefined) return [];
  return splitConditions(text).flatMap((part) => readOne(part, alias) ?? []);
}

/** What tells expressions apart: all but brackets, blanks and quotes, and of texts everything. `'20'` is 20. */
function keyOf(expression: string): string {
  return expression.replaceAll(/'((?:[^']|'')*)'|[()\s"]/g, (part, text: string | undefined) =>
    text === undefined ? '' : /^-?[\d.]+$/.test(text) ? text : part,
  );
}

/** Two expressions are the same to an index when nothing but brackets, blanks and quotes differs. */
export function sameExpression(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}

/** Whether an expression is a column and nothing else. */
export function isColumn(expression: string): boolean {
  return /^("[^"]+"|\w+)$/.test(withoutBrackets(expression));
}

/** Whether an expression mentions a column. Texts in quotes do not count. */
export function mentions(expression: string, column: string): boolean {
  const bare = expression.replaceAll(/'[^']*'/g, '');
  return (bare.match(/"[^"]+"|\w+/g) ?? []).some((word) => word.replaceAll('"', '') === column);
}
