import { lex } from './lex.ts';

/**
 * A statement up to its last word, so that more SQL can be written behind it: without the semicolons at its end, and without
 * comments there, of which one that runs to the end of its line would take in what follows.
 */
export function bareStatement(sql: string): string {
  let end = 0;
  for (const lexeme of lex(sql)) {
    const ends = lexeme.kind === 'comment' || (lexeme.kind === 'symbol' && sql[lexeme.start] === ';');
    if (!ends) end = lexeme.end;
  }
  return sql.slice(0, end).trimStart();
}
