import { walk } from './tree.ts';

const WRITES = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);

/** Whether a statement's parse tree holds a write: it is one, or explains one, or has one in a WITH. */
export function changesRows(tree: unknown): boolean {
  for (const { type } of walk(tree)) if (WRITES.has(type)) return true;
  return false;
}
