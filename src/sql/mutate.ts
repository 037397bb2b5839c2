import type { Edit, MutationKind } from './mutation.ts';
import { MUTATION_RULES } from './mutations.ts';
import { parseStatements } from './parse.ts';
import { tokensOf } from './tokens.ts';

/** A query that differs from the original in one place, as a person might have got it wrong. */
export interface Mutant {
  readonly kind: MutationKind;
  readonly sql: string;
  /** What was changed, for messages: `left join -> join`. */
  readonly change: string;
  /** Where, in UTF-16 code units of the original. */
  readonly start: number;
}

function inWords(text: string): string {
  return text.trim().replace(/\s+/g, ' ') || 'nothing';
}

function apply(sql: string, { kind, start, end, put }: Edit): Mutant {
  const change = `${inWords(sql.slice(start, end))} -> ${inWords(put)}`;
  return { kind, sql: sql.slice(0, start) + put + sql.slice(end), change, start };
}

function parses(sql: string): boolean {
  const parsed = parseStatements(sql);
  return parsed.kind === 'ok' && parsed.statements.length === 1;
}

/**
 * Derives wrong rewrites of a SELECT: joins, comparisons, bounds, aggregates, DISTINCT, ORDER BY, NULL handling, AND/OR
 * and set operations, one change each. All of them parse; whether one runs, or means the same as the original, only a
 * database can tell. The parser must have been loaded.
 */
export function mutate(sql: string): readonly Mutant[] {
  const tokens = tokensOf(sql);
  const mutants = new Map<string, Mutant>();
  for (const at of tokens.keys()) {
    for (const edit of MUTATION_RULES.flatMap((rule) => rule(tokens, at))) {
      const mutant = apply(sql, edit);
      if (!mutants.has(mutant.sql) && mutant.sql !== sql && parses(mutant.sql))
        mutants.set(mutant.sql, mutant);
    }
  }
  return [...mutants.values()];
}
