import { lex } from './lex.ts';

/** Whether another statement may follow a text: it ends with a semicolon, comments aside, or holds no statement. */
export function isEnded(sql: string): boolean {
  const last = [...lex(sql)].findLast(({ kind }) => kind !== 'comment');
  return last === undefined || sql.slice(last.start, last.end) === ';';
}
