import type { SqlError } from '../engine/engine.ts';

/**
 * An error of a run whose values are kept back: what stands in quotation marks in it may come of them, unless it stands in
 * the query as well.
 */
export function concealError(error: SqlError, sql: string): SqlError {
  const conceal = (text: string): string =>
    text.replace(/"([^"]*)"/g, (quoted, inside: string) =>
      inside !== '' && sql.includes(inside) ? quoted : '"…"',
    );
  const { detail, hint } = error;
  return {
    ...error,
    message: conceal(error.message),
    ...(detail === undefined ? {} : { detail: conceal(detail) }),
    ...(hint === undefined ? {} : { hint: conceal(hint) }),
  };
}
