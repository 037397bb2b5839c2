import { KEYWORDS } from '../../sql/keywords.ts';

/** A stretch of SQL: keyword, value (string, number, parameter), comment, or anything else. */
export interface Token {
  readonly kind: 'k' | 'v' | 'c' | '';
  readonly text: string;
}

const pattern =
  /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|((?:[eEbBxX]|[uU]&)?'(?:[^']|'')*(?:'|$)|\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\3\$|$)|\$\d+|\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?\b)|("(?:[^"]|"")*(?:"|$))|([A-Za-z_][\w$]*)/g;

/** Cuts SQL into coloured stretches. Total: the texts joined are the input; it never fails on unfinished text. */
export function highlightSql(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const plain = (end: number): void => {
    if (end > at) tokens.push({ kind: '', text: sql.slice(at, end) });
  };
  for (const match of sql.matchAll(pattern)) {
    const [text, comment, value, , , word] = match;
    const kind =
      comment !== undefined
        ? 'c'
        : value !== undefined
          ? 'v'
          : word !== undefined && sql[match.index - 1] !== '.' && KEYWORDS.has(word.toLowerCase())
            ? 'k'
            : '';
    if (kind === '') continue;
    plain(match.index);
    tokens.push({ kind, text });
    at = match.index + text.length;
  }
  plain(sql.length);
  return tokens;
}

/** The same, a list of stretches for each line. A comment or string over several lines is cut at their ends. */
export function highlightLines(sql: string): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  for (const { kind, text } of highlightSql(sql)) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    }
  }
  return lines;
}
