import type { ParsedStatement } from '../engine/engine.ts';
import { isFields, nodeOf, stringOf } from './tree.ts';

/**
 * What is left of a text when layout, comments, letter case, constants and the names that its writer chose (of indexes,
 * aliases, output columns, CTEs) are taken away: two texts of one shape say the same thing.
 */

/** Where something stands says nothing about what it is. */
const PLACES = /(^|_)(location|start|end|len)$/;

/** Fields that hold a name of the writer's own choice, by the node that has them. */
const CHOSEN: Readonly<Record<string, readonly string[]>> = {
  IndexStmt: ['idxname'],
  CreateStatsStmt: ['defnames'],
  ResTarget: ['name'],
  CommonTableExpr: ['ctename', 'aliascolnames'],
};

type Names = ReadonlySet<string>;

/** A column's qualifier is mostly an alias: the column alone is kept. */
function lastField(fields: readonly unknown[]): readonly unknown[] {
  return fields.slice(-1);
}

/** The names that CTEs and aliases of this statement have: a table called so is none of the database's. */
function collectNames(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectNames(item, into);
  else if (isFields(value)) {
    for (const [key, part] of Object.entries(value)) {
      if (key === 'ctename' && typeof part === 'string') into.add(part);
      else collectNames(part, into);
    }
  }
}

function shapeOfFields(type: string, fields: Readonly<Record<string, unknown>>, names: Names): string {
  const chosen = CHOSEN[type] ?? [];
  const parts = Object.entries(fields)
    .filter(([key]) => key !== 'alias' && !PLACES.test(key) && !chosen.includes(key))
    .filter(([key, part]) => !(key === 'schemaname' && part === 'public'))
    .map(([key, part]) => {
      if (key === 'relname' && typeof part === 'string' && names.has(part)) return `${key}:cte`;
      const kept = type === 'ColumnRef' && key === 'fields' && Array.isArray(part) ? lastField(part) : part;
      return `${key}:${shapeOfValue(kept, names)}`;
    });
  return `${type}{${parts.sort().join(',')}}`;
}

function shapeOfValue(value: unknown, names: Names): string {
  if (Array.isArray(value)) return `[${value.map((item) => shapeOfValue(item, names)).join(',')}]`;
  if (!isFields(value)) return JSON.stringify(value) ?? '';
  const node = nodeOf(value);
  if (!node) return shapeOfFields('', value, names);
  if (node.type === 'A_Const') return 'constant';
  return stringOf(value) ?? shapeOfFields(node.type, node.fields, names);
}

/** The shape of a parsed text; empty where it holds no statement. Trees are as deep as the parser lets them be. */
export function shapeOf(statements: readonly ParsedStatement[]): string {
  return statements
    .map(({ tree }) => {
      const names = new Set<string>();
      collectNames(tree, names);
      return shapeOfValue(tree, names);
    })
    .join(';');
}
