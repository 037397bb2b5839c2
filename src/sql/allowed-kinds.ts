/** Statement kinds that an exercise's `allow` may name, beyond SELECT and EXPLAIN, which all take. */
export const ALLOWED_KINDS = [
  'create-index',
  'drop-index',
  'reindex',
  'vacuum',
  'analyze',
  'cluster',
  'create-statistics',
  'drop-statistics',
] as const;

/** A kind of statement that an exercise may allow: the gate has a rule for it, and the catalog what it may change. */
export type AllowedKind = (typeof ALLOWED_KINDS)[number];

/** Whether a statement's kind is one that an exercise may allow. */
export function isAllowable(kind: string): kind is AllowedKind {
  return ALLOWED_KINDS.some((allowed) => allowed === kind);
}
