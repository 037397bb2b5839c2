import { accessOf, listIndexes } from './access-paths.ts';
import { listNodes } from './metrics.ts';
import type { Plan, PlanNode } from './plan.ts';

/** A node that both plans have a place for: the same table under the same alias, or the same step over the same tables. */
export interface NodePair {
  readonly before: PlanNode;
  readonly after: PlanNode;
}

/** The nodes of two plans, set against each other. */
export interface PlanComparison {
  readonly pairs: readonly NodePair[];
  /** Pairs of which the node, or the index that it uses, is another now. */
  readonly replaced: readonly NodePair[];
  readonly gone: readonly PlanNode[];
  readonly added: readonly PlanNode[];
}

/**
 * Matches the nodes of two plans: scans by alias first, then every other node by its role and the tables below it, and a
 * step of one input also where a table more or less is below it.
 */
export function comparePlans(before: Plan, after: Plan): PlanComparison {
  const left = indexByRole(before.root);
  const right = indexByRole(after.root);
  const pairs: NodePair[] = [];
  const unmatched: PlanNode[] = [];
  let added: readonly PlanNode[] = [];
  for (const role of new Set([...left.keys(), ...right.keys()])) {
    const [olds, news] = [left.get(role) ?? [], right.get(role) ?? []];
    for (let at = 0; at < Math.max(olds.length, news.length); at++) {
      const [old, now] = [olds[at], news[at]];
      if (old && now) pairs.push({ before: old, after: now });
      else if (old) unmatched.push(old);
      else if (now) added = [...added, now];
    }
  }
  const gone = unmatched.filter((old) => {
    const now = added.find((one) => isSameStep(old, one));
    if (!now) return true;
    pairs.push({ before: old, after: now });
    added = added.filter((one) => one !== now);
    return false;
  });
  return { pairs, gone, added, replaced: pairs.filter(isReplaced) };
}

/** Two steps of one input that do the same, where the tables below one are among those below the other. */
function isSameStep(before: PlanNode, after: PlanNode): boolean {
  const alone = [before, after].every(({ kind }) => roles[kind] === 'sort' || roles[kind] === 'group');
  if (!alone || stepOf(before) !== stepOf(after)) return false;
  const [old, now] = [tablesBelow(before), tablesBelow(after)];
  const [few, many] = old.size < now.size ? [old, now] : [now, old];
  return few.size > 0 && [...few].every((table) => many.has(table));
}

function isReplaced({ before, after }: NodePair): boolean {
  return before.name !== after.name || listIndexes(before).join() !== listIndexes(after).join();
}

function indexByRole(root: PlanNode): ReadonlyMap<string, readonly PlanNode[]> {
  const roles = new Map<string, PlanNode[]>();
  for (const node of listNodes(root)) {
    const role = roleOf(node);
    roles.set(role, [...(roles.get(role) ?? []), node]);
  }
  return roles;
}

/** The alias of the query: partitions and repeated tables have it with a number, `e_1`, `e_2`. */
export function queryAlias(scan: PlanNode): string {
  return (scan.alias ?? scan.relation ?? '').replace(/_\d+$/, '');
}

/** What a node is for, whatever method it uses. */
function roleOf(node: PlanNode): string {
  if (accessOf(node) !== undefined) return `scan ${queryAlias(node)} ${node.relation}`;
  return `${stepOf(node)} ${[...tablesBelow(node)].sort().join()}`;
}

function stepOf({ kind, operation, index }: PlanNode): string {
  return `${roles[kind] ?? kind} ${operation ?? ''} ${index ?? ''}`;
}

function tablesBelow(node: PlanNode): ReadonlySet<string> {
  return new Set(listNodes(node).flatMap((below) => (accessOf(below) ? queryAlias(below) : [])));
}

const roles: Readonly<Record<string, string>> = {
  'Nested Loop': 'join',
  'Hash Join': 'join',
  'Merge Join': 'join',
  Sort: 'sort',
  'Incremental Sort': 'sort',
  Unique: 'group',
  Group: 'group',
  Aggregate: 'group',
  Append: 'append',
  'Merge Append': 'append',
};
