import type { Cell } from '../engine/engine.ts';
import { parametersOf } from '../sql/parameters.ts';
import { quoteLiteral } from './quote.ts';

/** Writes a query's parameters into its text, each with its type, where only whole statements can be run. */
export function bindParams(sql: string, params: readonly Cell[], types: readonly string[]): string {
  let bound = '';
  let from = 0;
  for (const { number, start, end } of parametersOf(sql)) {
    const type = types[number - 1] === undefined ? '' : `::${types[number - 1]}`;
    bound += sql.slice(from, start) + quoteLiteral(params[number - 1] ?? null) + type;
    from = end;
  }
  return bound + sql.slice(from);
}
