import { lex } from './lex.ts';

/** A parameter in a text: its number, and where `$1` stands. Offsets are UTF-16 code units. */
export interface Parameter {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The parameters of a text, in their order. What stands in strings, quoted names and comments is none. */
export function* parametersOf(sql: string): Generator<Parameter> {
  let dollar: number | undefined;
  for (const { kind, start, end } of lex(sql)) {
    if (dollar === start - 1 && kind === 'text' && /^\d+$/.test(sql.slice(start, end)))
      yield { number: Number(sql.slice(start, end)), start: dollar, end };
    dollar = kind === 'symbol' && sql[start] === '$' ? start : undefined;
  }
}
