import { expect, test } from 'vitest';
import { type GatePolicy, type GateRefusal, gate } from './gate.ts';
import { parseStatements } from './parse.ts';

/** What the tests of the gate have in common. They load the parser themselves. */

export const TABLES = ['orders', 'customers', 'order_items'];

/** What the gate says against a text that parses; undefined where it lets it through. */
export function refusalOf(sql: string, policy: GatePolicy): GateRefusal | undefined {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') throw new Error(`${sql}: ${parsed.error.message}`);
  const result = gate(parsed.statements, policy);
  return result.kind === 'refused' ? result.refusal : undefined;
}

export type Cases = readonly (readonly [sql: string, rule: string])[];

/** A test for each text that has to be refused, by the rule named, with a sentence for the reader. */
export function refuses(policy: GatePolicy, cases: Cases): void {
  test.each(cases)('refuses %s', (sql, rule) => {
    const refusal = refusalOf(sql, policy);
    expect(refusal?.rule).toBe(rule);
    expect(refusal?.message).toMatch(/^\S.{20,}\.$/);
  });
}

/** A test for each text that has to be let through. */
export function accepts(policy: GatePolicy, cases: readonly string[]): void {
  test.each(cases)('accepts %s', (sql) => {
    expect(refusalOf(sql, policy)).toBeUndefined();
  });
}
