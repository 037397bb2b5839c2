import { z } from 'zod';

const count = z.number().int().nonnegative();
const ratio = z
  .strictObject({
    to: z
      .string()
      .describe(
        'Id of the block whose figures this one is divided into: 50 means that one is 50 times larger',
      ),
    pagesAtLeast: z.number().positive().optional(),
    costAtLeast: z.number().positive().optional(),
    rowsAtLeast: z.number().positive().optional(),
  })
  .refine(({ to: _to, ...asked }) => Object.values(asked).some((value) => value !== undefined), {
    error: 'a ratio needs pagesAtLeast, costAtLeast or rowsAtLeast',
  });

const amount = z.union(
  [
    count,
    z
      .strictObject({ atMost: count.optional(), atLeast: count.optional() })
      .refine((range) => Object.keys(range).length > 0, { error: 'say atMost, atLeast or both' }),
  ],
  { error: 'a whole number, or { atMost: 5, atLeast: 1 }' },
);

/**
 * What a lesson claims about one of its blocks, in a form that the tests run. Every key that is present must hold.
 * Plan claims (`node` to `estimateOff`) are about the block's last statement, explained with ANALYZE and BUFFERS;
 * pages are shared hit + read of the second run.
 */
export const claimSchema = z
  .strictObject({
    node: z.string().optional().describe('A plan node of this kind is present, e.g. `Index Only Scan`'),
    on: z.string().optional().describe('... on this table; needs `node` or `none`'),
    using: z.string().optional().describe('... through this index; needs `node`'),
    none: z.string().optional().describe('No plan node of this kind is present, on `on` where that is given'),
    step: z
      .string()
      .optional()
      .describe(
        'A step of SQLite’s plan holds this text, e.g. `USING COVERING INDEX`; of a block with engine="sqlite"',
      ),
    noStep: z.string().optional().describe('... and none holds this one'),
    automaticIndexRows: amount
      .optional()
      .describe('Rows that SQLite put into indexes for this run alone, as it counts them'),
    pagesAtMost: count.optional().describe('It reads at most so many pages'),
    pagesAtLeast: count.optional().describe('It reads at least so many pages'),
    ratio: ratio
      .optional()
      .describe(
        'How many times larger another block is: { to: block-id, pagesAtLeast: 50 }; also costAtLeast and rowsAtLeast, the same of the planner’s cost and of the rows returned. At least one of the three',
      ),
    estimateWithin: z
      .number()
      .min(1)
      .optional()
      .describe('Estimated and actual rows of the claimed node (else the top one) are within this factor'),
    estimateOff: z.number().min(1).optional().describe('... are apart by at least this factor'),
    heapFetches: amount
      .optional()
      .describe('Visits to the table by the claimed node, else by all: a number, or { atMost, atLeast }'),
    indexSearches: amount.optional().describe('Descents of an index by the claimed node, else by all'),
    rowsRemoved: amount
      .optional()
      .describe(
        'Rows that a filter threw away at the claimed node, else at all, over all loops; 0 where EXPLAIN prints none',
      ),
    loops: amount.optional().describe('How often the claimed node ran; needs `node`'),
    rows: count.optional().describe('Rows that the last statement returned or changed'),
    cell: z
      .string()
      .nullable()
      .optional()
      .describe('The first cell of the first row, as text; null where it is NULL'),
    error: z
      .string()
      .regex(
        /^([0-9A-Z]{5}|SQLITE_[A-Z_]+)$/,
        'a SQLSTATE: five digits or capital letters; of SQLite the name of a result code',
      )
      .optional()
      .describe('The block fails with this SQLSTATE; of SQLite with this code, `SQLITE_CONSTRAINT_UNIQUE`'),
  })
  .refine((claim) => Object.values(claim).some((value) => value !== undefined), {
    error: 'it claims nothing',
  })
  .refine((claim) => claim.using === undefined || claim.node !== undefined, { error: '`using` needs `node`' })
  .refine((claim) => claim.loops === undefined || claim.node !== undefined, { error: '`loops` needs `node`' })
  .refine((claim) => claim.on === undefined || claim.node !== undefined || claim.none !== undefined, {
    error: '`on` needs `node` or `none`',
  })
  .refine((claim) => claim.error === undefined || Object.keys(claim).length === 1, {
    error: '`error` stands alone: a block that fails has no plan and no rows',
  });

/** Claims about a plan of PostgreSQL, which no other engine has. */
export const OF_POSTGRES = [
  'node',
  'on',
  'using',
  'none',
  'estimateWithin',
  'estimateOff',
  'heapFetches',
  'indexSearches',
  'rowsRemoved',
  'loops',
] as const;
/** Claims about what SQLite alone says. */
export const OF_SQLITE = ['step', 'noStep', 'automaticIndexRows'] as const;

/** What a lesson claims of a block. */
export type Claim = z.infer<typeof claimSchema>;
export type Amount = z.infer<typeof amount>;
