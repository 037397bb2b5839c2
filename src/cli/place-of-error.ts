import { parseStatements } from '../sql/parse.ts';
import { placeInText } from '../sql/place-in-text.ts';

/** Where a text of SQL failed: where PostgreSQL pointed, else where the statement of that number begins. */
export function placeOfError(
  sql: string,
  statement: number,
  { position }: { readonly position?: number | undefined },
) {
  const parsed = parseStatements(sql);
  const begin = parsed.kind === 'ok' ? parsed.statements[statement]?.start : undefined;
  return placeInText(sql, position ?? begin ?? 0);
}
