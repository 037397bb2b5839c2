import { lex } from './lex.ts';

/** A statement's place in a text: from its first word to its last. Offsets are UTF-16 code units. */
export interface StatementText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const QUERIES = new Set(['select', 'values', 'table', 'with']);

/** A longer text may nest more deeply than PostgreSQL can follow here, which the parser foresees. */
const MOST = 1_500;

/**
 * A backslash means one thing or another by where its string began, lines before perhaps, and by a setting; a comment may
 * not be closed; PostgreSQL's protocol ends a text at a NUL.
 */
const DOUBTFUL = /\\|\/\*|\0/;

/**
 * The one query that a text is, as the parser would cut it out; undefined where the text may be anything else. The parser's
 * first use costs a quarter of a second: browsers optimise its largest function as soon as it has run once. What begins
 * with SELECT and has no semicolon but at its end is one statement, and none that could wedge the engine.
 */
export function oneQuery(sql: string): StatementText | undefined {
  if (sql.length > MOST || DOUBTFUL.test(sql)) return undefined;
  let start: number | undefined;
  let end = 0;
  let ended = false;
  for (const lexeme of lex(sql)) {
    if (lexeme.kind === 'comment') continue;
    const semicolon = lexeme.kind === 'symbol' && sql[lexeme.start] === ';';
    if (ended) return undefined;
    if (start === undefined) {
      if (!QUERIES.has(sql.slice(lexeme.start, lexeme.end).toLowerCase())) return undefined;
      start = lexeme.start;
    }
    if (semicolon) ended = true;
    else end = lexeme.end;
  }
  return start === undefined ? undefined : { text: sql.slice(start, end), start, end };
}
