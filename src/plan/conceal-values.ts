import { lex } from '../sql/lex.ts';
import { type Fields, isFields } from './fields.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';

/** What EXPLAIN says of a node that is a name or a way of working, and no expression. */
const NAMES = new Set([
  ...['Node Type', 'Parent Relationship', 'Subplan Name', 'Relation Name', 'Schema', 'Alias', 'Index Name'],
  ...['Function Name', 'Table Function Name', 'Tuplestore Name', 'CTE Name', 'Join Type', 'Strategy'],
  ...['Partial Mode', 'Operation', 'Scan Direction', 'Sort Method', 'Sort Space Type', 'Storage', 'Settings'],
  ...['Sort Methods Used', 'Command', 'Conflict Resolution', 'Conflict Arbiter Indexes', 'Cache Mode'],
]);

/** A constant as it is written, without its quotes; undefined where a piece of text is none. */
function constantOf(piece: string): string | undefined {
  const quoted = /^[eE]?'([\s\S]*)'$/.exec(piece)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  return /^\.?\d/.test(piece) ? piece : undefined;
}

interface Constant {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** The constants of an expression. The numbers of `$1` and of `(InitPlan 1).col1` are names. */
function* constantsIn(expression: string): Generator<Constant> {
  let before = '';
  for (const { kind, start, end } of lex(expression)) {
    const piece = expression.slice(start, end);
    const value = kind === 'text' ? constantOf(piece) : undefined;
    if (value !== undefined && !/^(?:\$|InitPlan|SubPlan)$/.test(before)) yield { start, end, value };
    before = piece;
  }
}

function mapExpressions(value: unknown, change: (expression: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapExpressions(item, change));
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    NAMES.has(key) ? item : mapExpressions(item, change),
  ]);
  return Object.fromEntries(entries);
}

function constantsOf({ source }: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  mapExpressions(source, (expression) => {
    for (const { value } of constantsIn(expression)) found.add(value);
    return expression;
  });
  return found;
}

/**
 * A plan without the values that its query was run with: each is written as the parameter that it is, and a constant that
 * is in none of the `known` plans, so may come of one, as `…`. What EXPLAIN counted stays.
 */
export function concealValues(plan: Plan, params: readonly (string | null)[], known: readonly Plan[]): Plan {
  const open = new Set(known.flatMap((other) => [...constantsOf(other)]));
  const nameOf = (value: string): string | undefined => {
    const at = params.indexOf(value);
    if (at >= 0) return `$${at + 1}`;
    return open.has(value) ? undefined : '…';
  };
  const conceal = (expression: string): string => {
    let written = '';
    let from = 0;
    for (const { start, end, value } of constantsIn(expression)) {
      const name = nameOf(value);
      if (name === undefined) continue;
      written += expression.slice(from, start) + name;
      from = end;
    }
    return written + expression.slice(from);
  };
  const concealed: Fields = { ...plan.source, Plan: mapExpressions(plan.source.Plan, conceal) };
  const read = readPlan(concealed);
  if (read.kind !== 'plan') throw new Error(read.message);
  return read.plan;
}
