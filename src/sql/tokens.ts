import { lex } from './lex.ts';

/** A word, literal, operator or bracket of a statement, comments left out. */
export interface Token {
  readonly kind: 'word' | 'text' | 'operator' | 'symbol';
  /** In lower case unless it is a literal. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Brackets around it. */
  readonly depth: number;
}

const OPERATOR = /^[-+*/<>=~!@#%^&|`?:]$/;

/** The tokens of a statement's text. Adjoining operator characters are one operator, as in PostgreSQL. */
export function tokensOf(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (const { kind, start, end } of lex(sql)) {
    if (kind === 'comment') continue;
    const text = kind === 'text' ? sql.slice(start, end) : sql.slice(start, end).toLowerCase();
    if (text === ')' || text === ']') depth -= 1;
    const last = tokens.at(-1);
    if (kind !== 'symbol') tokens.push({ kind, text, start, end, depth });
    else if (!OPERATOR.test(text)) tokens.push({ kind, text, start, end, depth });
    else if (last?.kind === 'operator' && last.end === start) {
      tokens[tokens.length - 1] = { ...last, text: last.text + text, end };
    } else tokens.push({ kind: 'operator', text, start, end, depth });
    if (text === '(' || text === '[') depth += 1;
  }
  return tokens;
}

/** The index of the bracket that closes the one at `open`; the last token where it is not closed. */
export function closingOf(tokens: readonly Token[], open: number): number {
  const depth = tokens[open]?.depth ?? 0;
  const found = tokens.findIndex(
    ({ text, depth: at }, i) => i > open && at === depth && (text === ')' || text === ']'),
  );
  return found < 0 ? tokens.length - 1 : found;
}
