import { parseStatements } from './parse.ts';

/** Where something stands says nothing about what it is. */
const PLACES = /(^|_)(location|start|end|len)$/;

/** A text's only statement without its layout and comments; undefined where it is not one that can be read. */
function onlyStatement(sql: string): string | undefined {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok' || parsed.statements.length !== 1) return undefined;
  return JSON.stringify(parsed.statements[0]?.tree, (key, value: unknown) =>
    PLACES.test(key) && typeof value === 'number' ? undefined : value,
  );
}

/** Whether two texts hold the same one statement, but for layout, letter case and comments. `loadParser` must have run. */
export function isSameStatement(one: string, other: string): boolean {
  const statement = onlyStatement(one);
  return statement !== undefined && statement === onlyStatement(other);
}
