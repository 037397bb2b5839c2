import { type Fields, flag, list, nodeOf, nodesOf, part, text } from './tree.ts';

/** Table-level locks, the weaker first: https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-TABLES */
export const LOCK_MODES = [
  'access share',
  'row share',
  'row exclusive',
  'share update exclusive',
  'share',
  'share row exclusive',
  'exclusive',
  'access exclusive',
] as const;

export type LockMode = (typeof LOCK_MODES)[number];

/** The stronger of two locks, where either may be none. */
export function strongerLock(one: LockMode | undefined, other: LockMode | undefined): LockMode | undefined {
  const rank = (mode: LockMode | undefined) => (mode === undefined ? -1 : LOCK_MODES.indexOf(mode));
  return rank(one) >= rank(other) ? one : other;
}

/** A lock as pg_locks names it: `ShareUpdateExclusiveLock`. */
export function lockModeOf(name: string): LockMode | undefined {
  const words = name
    .replace(/Lock$/, '')
    .replace(/(?<=.)(?=[A-Z])/g, ' ')
    .toLowerCase();
  return LOCK_MODES.find((mode) => mode === words);
}

/** What nobody else can do on the table while the lock is held; undefined for a lock that stops no query. */
export function stoppedBy(mode: LockMode): 'reads and writes' | 'writes' | undefined {
  if (mode === 'access exclusive') return 'reads and writes';
  return LOCK_MODES.indexOf(mode) >= LOCK_MODES.indexOf('share') ? 'writes' : undefined;
}

function hasOption(fields: Fields, key: string, name: string): boolean {
  return list(fields, key).some((option) => {
    const node = nodeOf(option);
    return node !== undefined && text(node.fields, 'defname') === name;
  });
}

/**
 * The lock that a statement takes which cannot run inside a transaction, where its locks could be looked at: as the manual
 * has it. What the manual says nothing of here is taken for the strongest.
 */
export function lockByManual(tree: unknown): LockMode {
  const node = nodeOf(tree);
  if (!node) return 'access exclusive';
  const { type, fields } = node;
  if (type === 'VacuumStmt')
    return hasOption(fields, 'options', 'full') ? 'access exclusive' : 'share update exclusive';
  if (flag(fields, 'concurrent') || hasOption(fields, 'params', 'concurrently'))
    return 'share update exclusive';
  return type === 'ReindexStmt' ? 'share' : 'access exclusive';
}

/** The tables that a statement names; none where it names an index, or nothing. */
export function tablesNamed(tree: unknown): readonly string[] {
  const node = nodeOf(tree);
  if (node?.type === 'DropStmt' || node?.type === 'ReindexStmt') return [];
  const named = nodesOf(tree, 'RangeVar').concat(node ? (part(node.fields, 'relation') ?? []) : []);
  return named.flatMap((range) => text(range, 'relname') ?? []);
}
