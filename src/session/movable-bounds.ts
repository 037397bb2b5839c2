import { type Token, tokensOf } from '../sql/tokens.ts';

export type BoundOperator = '<' | '<=' | '>' | '>=';

/** A fixed value that a column is compared with, and which can therefore be moved. Offsets are UTF-16 code units. */
export interface MovableBound {
  /** The column as the query names it: `o.total`. */
  readonly column: string;
  readonly operator: BoundOperator;
  /** The value as written. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const FLIPPED: Readonly<Record<BoundOperator, BoundOperator>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function operatorOf(token: Token | undefined): BoundOperator | undefined {
  if (token?.kind !== 'operator') return undefined;
  const { text } = token;
  return text === '<' || text === '<=' || text === '>' || text === '>=' ? text : undefined;
}

const isString = (token: Token | undefined) => token?.kind === 'text' && token.text.startsWith("'");
const isNumber = (token: Token | undefined) => token?.kind === 'text' && /^[.\d]/.test(token.text);
const isName = (token: Token | undefined) =>
  (token?.kind === 'word' && !KEYWORDS.has(token.text)) ||
  (token?.kind === 'text' && token.text.startsWith('"'));

const KEYWORDS = new Set([
  'and',
  'or',
  'not',
  'where',
  'on',
  'having',
  'between',
  'in',
  'is',
  'null',
  'when',
  'then',
]);
/** Words of a type in front of a quoted value: `timestamp with time zone '…'`. */
const TYPE_WORDS =
  /^(date|time|timestamp|timestamptz|timetz|with|without|zone|numeric|decimal|int|int4|int8|integer|bigint|smallint|real|float8|double|precision|text|varchar|uuid)$/;

/** A value that stands at `at`: the index of its last token, or undefined where something else stands there. */
function endOfValue(tokens: readonly Token[], at: number): number | undefined {
  let last = at;
  while (TYPE_WORDS.test(tokens[last]?.text ?? '') && tokens[last]?.kind === 'word') last += 1;
  if (last === at && (tokens[at]?.text === '-' || tokens[at]?.text === '+')) last += 1;
  if (!(isString(tokens[last]) || isNumber(tokens[last]))) return undefined;
  while (tokens[last + 1]?.text === '::' && isName(tokens[last + 2])) last += 2;
  const next = tokens[last + 1];
  return next?.kind === 'operator' && /^[-+*/%|]/.test(next.text) ? undefined : last;
}

/** A column that ends at `at`: the index of its first token. */
function startOfColumn(tokens: readonly Token[], at: number): number | undefined {
  if (!isName(tokens[at])) return undefined;
  let first = at;
  while (tokens[first - 1]?.text === '.' && isName(tokens[first - 2])) first -= 2;
  const before = tokens[first - 1];
  return before?.kind === 'operator' && /^[-+*/%|]/.test(before.text) ? undefined : first;
}

function columnFrom(tokens: readonly Token[], at: number): number | undefined {
  if (!isName(tokens[at]) || TYPE_WORDS.test(tokens[at]?.text ?? '')) return undefined;
  let last = at;
  while (tokens[last + 1]?.text === '.' && isName(tokens[last + 2])) last += 2;
  const next = tokens[last + 1];
  if (next?.text === '(' || (next?.kind === 'operator' && /^[-+*/%|]/.test(next.text))) return undefined;
  return last;
}

interface Reading {
  readonly sql: string;
  readonly tokens: readonly Token[];
}

function textOf({ sql, tokens }: Reading, first: number, last: number): string {
  return sql.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
}

function boundOf(
  reading: Reading,
  column: readonly [number, number],
  operator: BoundOperator,
  value: readonly [number, number],
): MovableBound {
  const { tokens } = reading;
  return {
    column: textOf(reading, ...column),
    operator,
    written: textOf(reading, ...value),
    start: tokens[value[0]]?.start ?? 0,
    end: tokens[value[1]]?.end ?? 0,
  };
}

/** `column < value`, or `value < column` read from the right. */
function compared(reading: Reading, at: number): readonly MovableBound[] {
  const { tokens } = reading;
  const operator = operatorOf(tokens[at]);
  if (operator === undefined) return [];
  const [left, value] = [startOfColumn(tokens, at - 1), endOfValue(tokens, at + 1)];
  if (left !== undefined && value !== undefined)
    return [boundOf(reading, [left, at - 1], operator, [at + 1, value])];
  const right = columnFrom(tokens, at + 1);
  const before = tokens[at - 1];
  if (right === undefined || !(isString(before) || isNumber(before))) return [];
  return [boundOf(reading, [at + 1, right], FLIPPED[operator], [at - 1, at - 1])];
}

/** `column between value and value`. */
function between(reading: Reading, at: number): readonly MovableBound[] {
  const { tokens } = reading;
  if (tokens[at]?.text !== 'between' || tokens[at - 1]?.text === 'not') return [];
  const [column, low] = [startOfColumn(tokens, at - 1), endOfValue(tokens, at + 1)];
  if (column === undefined || low === undefined || tokens[low + 1]?.text !== 'and') return [];
  const high = endOfValue(tokens, low + 2);
  if (high === undefined) return [];
  return [
    boundOf(reading, [column, at - 1], '>=', [at + 1, low]),
    boundOf(reading, [column, at - 1], '<=', [low + 2, high]),
  ];
}

/** The fixed values that a query compares columns with by `<`, `<=`, `>`, `>=` or BETWEEN, in the order of the text. */
export function findMovableBounds(sql: string): readonly MovableBound[] {
  const reading = { sql, tokens: tokensOf(sql) };
  return reading.tokens.flatMap((_, at) => [...compared(reading, at), ...between(reading, at)]);
}

/** The query with other values for some of its bounds, each as text for a literal. */
export function moveBounds(
  sql: string,
  moves: readonly { readonly bound: MovableBound; readonly literal: string }[],
): string {
  return [...moves]
    .sort((a, b) => b.bound.start - a.bound.start)
    .reduce((text, { bound, literal }) => text.slice(0, bound.start) + literal + text.slice(bound.end), sql);
}
