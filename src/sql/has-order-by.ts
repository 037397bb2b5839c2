import { list, nodeOf } from './tree.ts';

/** Whether a statement is a SELECT that promises an order: an ORDER BY at its top, not only inside. */
export function hasOrderBy(tree: unknown): boolean {
  const node = nodeOf(tree);
  return node?.type === 'SelectStmt' && list(node.fields, 'sortClause').length > 0;
}
