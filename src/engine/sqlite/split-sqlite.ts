import type { ParsedStatement } from '../engine.ts';
import type { SqliteDatabase } from './sqlite-library.ts';

/**
 * The statements of a text by SQLite's own idea of where one is complete: a semicolon within a string, a comment or a
 * trigger's body ends none. There is no parse tree.
 */
export function splitSqlite({ library }: SqliteDatabase, sql: string): readonly ParsedStatement[] {
  const statements: ParsedStatement[] = [];
  let start = 0;
  const take = (end: number) => {
    const text = sql.slice(start, end).trim();
    const from = sql.indexOf(text, start);
    if (text.replace(/;$/, '').trim() !== '')
      statements.push({ text, start: from, end: from + text.length, tree: {} });
    start = end;
  };
  for (let at = sql.indexOf(';'); at >= 0; at = sql.indexOf(';', at + 1))
    if (library.capi.sqlite3_complete(sql.slice(start, at + 1))) take(at + 1);
  take(sql.length);
  return statements;
}
