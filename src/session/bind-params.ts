import type { Cell } from '../engine/engine.ts';
import { quoteLiteral } from './quote.ts';

/** Text in quotes and comments, where a dollar sign is no parameter. */
const OPAQUE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\d+)/g;

/** Writes a query's parameters into its text, each with its type, where only whole statements can be run. */
export function bindParams(sql: string, params: readonly Cell[], types: readonly string[]): string {
  return sql.replace(OPAQUE, (match: string, number: string | undefined) => {
    if (number === undefined) return match;
    const at = Number(number) - 1;
    const type = types[at];
    return quoteLiteral(params[at] ?? null) + (type === undefined ? '' : `::${type}`);
  });
}
