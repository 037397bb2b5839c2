import type { Token } from './tokens.ts';

/** What people get wrong when they rewrite a query; each is a sort of mutant. */
export type MutationKind =
  | 'join'
  | 'comparison'
  | 'boundary'
  | 'aggregate'
  | 'distinct'
  | 'order'
  | 'null'
  | 'logic'
  | 'set';

/** One edit of a text: the part from `start` to `end` replaced. */
export interface Edit {
  readonly kind: MutationKind;
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** What edits a token gives rise to. */
export type MutationRule = (tokens: readonly Token[], at: number) => readonly Edit[];

/** A token replaced, once for each text. */
export function replace(kind: MutationKind, token: Token, ...puts: readonly string[]): readonly Edit[] {
  return puts.map((put) => ({ kind, start: token.start, end: token.end, put }));
}

/** A token's text; empty past the ends. */
export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}
