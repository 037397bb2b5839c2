import { lex } from '../../sql/lex.ts';

/** A piece of a text that holds COPY sections: SQL, or the rows of one. The pieces' `raw` texts are the whole text. */
export type ScriptPiece =
  | { readonly kind: 'sql'; readonly raw: string; readonly offset: number }
  | {
      readonly kind: 'copy';
      readonly raw: string;
      readonly offset: number;
      /** The table with its columns, as written: `public.orders (id, total)`. */
      readonly into: string;
      /** Lines of PostgreSQL’s text format, each with its line end. */
      readonly data: string;
    };

const COPY = /COPY\s+([^;\n]+?)\s+FROM\s+stdin(?:\s*(?:WITH\s*)?\([^;\n]*\))?;[ \t]*\r?\n/iy;
const END_OF_DATA = /^\\\.[ \t]*(?:\r?\n|$)/m;

interface CopyHead {
  readonly at: number;
  readonly end: number;
  readonly into: string;
}

/** The next COPY that stands where a statement can begin: not in a text, a function’s body or a comment. */
function nextCopy(text: string, from: number): CopyHead | undefined {
  const possible = /^COPY\s/gim;
  possible.lastIndex = from;
  if (!possible.test(text)) return undefined;
  for (const { kind, start } of lex(text, from)) {
    if (kind !== 'word' || (start > 0 && text[start - 1] !== '\n')) continue;
    COPY.lastIndex = start;
    const found = COPY.exec(text);
    if (found) return { at: start, end: COPY.lastIndex, into: found[1] ?? '' };
  }
  return undefined;
}

/** Cuts a text at its COPY sections. A COPY without an end runs to the end of the text. */
export function cutCopies(text: string): readonly ScriptPiece[] {
  const pieces: ScriptPiece[] = [];
  let from = 0;
  for (let head = nextCopy(text, 0); head; head = nextCopy(text, from)) {
    const { at, end, into } = head;
    const last = END_OF_DATA.exec(text.slice(end));
    const data = text.slice(end, last ? end + last.index : text.length);
    const until = last ? end + last.index + last[0].length : text.length;
    pieces.push({ kind: 'sql', raw: text.slice(from, at), offset: from });
    pieces.push({ kind: 'copy', raw: text.slice(at, until), offset: at, into, data });
    from = until;
  }
  return [...pieces, { kind: 'sql', raw: text.slice(from), offset: from }];
}
