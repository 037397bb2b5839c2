import { z } from 'zod';

/** Keys that several kinds of check have. */

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case words joined by hyphens')
  .describe('Name of the check; wrong answers name it in their first line.');

export const of = z.string().min(1).describe('Id of the workload query that it is about.');

export const title = z
  .string()
  .min(1)
  .optional()
  .describe('The goal in the reader’s words, where the usual wording does not fit.');

export const table = z.string().min(1).describe('A table of the dataset, by its name in the schema.');

/** The node kinds that an author may name, as EXPLAIN prints them. */
export const NODE_KINDS = [
  'Aggregate',
  'Append',
  'Bitmap Heap Scan',
  'Bitmap Index Scan',
  'BitmapAnd',
  'BitmapOr',
  'CTE Scan',
  'Function Scan',
  'Gather',
  'Gather Merge',
  'Group',
  'GroupAggregate',
  'Hash',
  'Hash Anti Join',
  'Hash Join',
  'Hash Left Join',
  'Hash Semi Join',
  'HashAggregate',
  'Incremental Sort',
  'Index Only Scan',
  'Index Scan',
  'Limit',
  'LockRows',
  'Materialize',
  'Memoize',
  'Merge Append',
  'Merge Join',
  'ModifyTable',
  'Nested Loop',
  'Nested Loop Anti Join',
  'Nested Loop Left Join',
  'Nested Loop Semi Join',
  'ProjectSet',
  'Recursive Union',
  'Result',
  'Sample Scan',
  'Seq Scan',
  'SetOp',
  'Sort',
  'Subquery Scan',
  'Tid Range Scan',
  'Tid Scan',
  'Unique',
  'Values Scan',
  'WindowAgg',
  'WorkTable Scan',
] as const;

export const nodeKind = z.enum(NODE_KINDS);
