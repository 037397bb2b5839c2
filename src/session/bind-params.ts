import type { Cell } from '../engine/engine.ts';
import { lex } from '../sql/lex.ts';
import { quoteLiteral } from './quote.ts';

/** Writes a query's parameters into its text, each with its type, where only whole statements can be run. */
export function bindParams(sql: string, params: readonly Cell[], types: readonly string[]): string {
  let bound = '';
  let from = 0;
  let dollar: number | undefined;
  for (const { kind, start, end } of lex(sql)) {
    if (dollar === start - 1 && kind === 'text' && /^\d+$/.test(sql.slice(start, end))) {
      const at = Number(sql.slice(start, end)) - 1;
      const type = types[at] === undefined ? '' : `::${types[at]}`;
      bound += sql.slice(from, dollar) + quoteLiteral(params[at] ?? null) + type;
      from = end;
    }
    dollar = kind === 'symbol' && sql[start] === '$' ? start : undefined;
  }
  return bound + sql.slice(from);
}
