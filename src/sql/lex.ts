/**
 * A scanner for the little that the parser does not tell: where comments are, and how deep a text could nest. It knows
 * PostgreSQL's quoting rules (with standard_conforming_strings on) and nothing of its grammar.
 */

/** A piece of SQL text that is no white space. Offsets are UTF-16 code units. */
export interface Lexeme {
  readonly kind: 'comment' | 'word' | 'text' | 'symbol';
  readonly start: number;
  readonly end: number;
}

const BLANK = /[ \t\n\r\f\v]+/y;
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\.?\d[\w.]*/y;
const LINE_COMMENT = /--[^\n\r]*/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const PLAIN_STRING = /'[^']*(?:''[^']*)*'?/y;
const ESCAPE_STRING = /[eE]'[^'\\]*(?:(?:''|\\[\s\S])[^'\\]*)*'?/y;
const QUOTED_NAME = /"[^"]*(?:""[^"]*)*"?/y;

function endOf(pattern: RegExp, sql: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(sql) ? pattern.lastIndex : undefined;
}

/** Block comments nest. */
function endOfBlockComment(sql: string, at: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = at;
  let depth = 0;
  for (let found = edge.exec(sql); found; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}

function endOfDollarString(sql: string, at: number): number | undefined {
  const opened = endOf(DOLLAR_TAG, sql, at);
  if (opened === undefined) return undefined;
  const closed = sql.indexOf(sql.slice(at, opened), opened);
  return closed < 0 ? sql.length : closed + opened - at;
}

function lexemeAt(sql: string, start: number): Lexeme {
  const lexeme = (kind: Lexeme['kind'], end: number): Lexeme => ({ kind, start, end });
  if (sql.startsWith('--', start)) return lexeme('comment', endOf(LINE_COMMENT, sql, start) ?? sql.length);
  if (sql.startsWith('/*', start)) return lexeme('comment', endOfBlockComment(sql, start));
  const text =
    endOf(ESCAPE_STRING, sql, start) ??
    endOf(PLAIN_STRING, sql, start) ??
    endOf(QUOTED_NAME, sql, start) ??
    endOfDollarString(sql, start) ??
    endOf(NUMBER, sql, start);
  if (text !== undefined) return lexeme('text', text);
  const word = endOf(WORD, sql, start);
  return word === undefined ? lexeme('symbol', start + 1) : lexeme('word', word);
}

/** The lexemes of a text from `from` up to `to`, comments included. Never throws: unfinished quotes run to the end. */
export function* lex(sql: string, from = 0, to = sql.length): Generator<Lexeme> {
  let at = from;
  while (at < to) {
    at = endOf(BLANK, sql, at) ?? at;
    if (at >= to) return;
    const lexeme = lexemeAt(sql, at);
    yield lexeme;
    at = lexeme.end;
  }
}

const SIBLINGS = new Set([',', 'and', 'or', 'when', 'then', 'else']);
const OPENERS = new Set(['(', '[', 'case']);
const CLOSERS = new Set([')', ']', 'end']);

/**
 * An upper bound on how deep the expressions of a text nest: the most lexemes that could hang below one another.
 * Lists, AND, OR and CASE branches lie side by side, so they do not add up.
 */
export function nestingBound(sql: string): number {
  const outer: number[] = [];
  let below = 0;
  let here = 0;
  let most = 0;
  for (const { kind, start, end } of lex(sql)) {
    if (kind === 'comment') continue;
    const word = kind === 'text' ? '' : sql.slice(start, end).toLowerCase();
    if (word === ';') outer.length = below = here = 0;
    else if (SIBLINGS.has(word)) here = 0;
    else if (OPENERS.has(word)) {
      outer.push(here + 1);
      below += here + 1;
      here = 0;
    } else if (CLOSERS.has(word)) {
      here = (outer.pop() ?? 0) + 1;
      below = Math.max(0, below - here + 1);
    } else here += 1;
    most = Math.max(most, below + here);
  }
  return most;
}
