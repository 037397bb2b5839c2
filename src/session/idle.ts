import type { IdleEvidence, IndexEvidence, Observation } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { listIndexes } from '../plan/access-paths.ts';
import { listNodes } from '../plan/metrics.ts';
import type { PlanNode } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { read } from './ask.ts';
import { executeStatement, type Probe, prepareStatement } from './observe.ts';
import { dropIndex, quoteIdentifier, quoteQualified } from './quote.ts';
import { askInTime } from './refused.ts';

const TIMEOUT_MS = 30_000;

const PARENTS = `
select c.relname, p.relname from pg_catalog.pg_inherits i
join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relkind in ('i', 'I')
join pg_catalog.pg_class p on p.oid = i.inhparent`;

const nameOf = ({ schema, name }: IndexEvidence) => `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;

/** An index with those of the partitions that hang on it: they are read and dropped together. */
interface Family {
  readonly root: IndexEvidence;
  readonly names: readonly string[];
}

async function familiesOf(session: Session, created: readonly IndexEvidence[]): Promise<readonly Family[]> {
  const rows = await read(session, PARENTS);
  const parents = new Map(rows.map(([child, parent]) => [child ?? '', parent ?? '']));
  const rootOf = (name: string): string => {
    const parent = parents.get(name);
    return parent === undefined ? name : rootOf(parent);
  };
  return created
    .filter(({ name }) => !parents.has(name))
    .map((root) => ({
      root,
      names: created.filter(({ name }) => rootOf(name) === root.name).map(({ name }) => name),
    }));
}

/** The steps of a plan, without what they are expected to cost and to return. */
function stepsOf(root: PlanNode): string {
  const steps = listNodes(root).map(({ id, name, relation, alias, index, indexCond, filter, sortKey }) => [
    id,
    name,
    relation,
    alias,
    index,
    indexCond,
    filter,
    sortKey,
  ]);
  return JSON.stringify(steps);
}

function withEstimates(node: PlanNode, from: ReadonlyMap<string, number>): PlanNode {
  return {
    ...node,
    planRows: from.get(node.id) ?? node.planRows,
    children: node.children.map((child) => withEstimates(child, from)),
  };
}

/** The same run with the estimates of another plan; undefined where that takes other steps. */
function expectedIn(seen: Observation, other: PlanNode | undefined): Observation | undefined {
  const { root } = seen.plan;
  if (!other || stepsOf(root) !== stepsOf(other)) return undefined;
  const estimates = new Map(listNodes(other).map(({ id, planRows }) => [id, planRows]));
  return { ...seen, plan: { ...seen.plan, root: withEstimates(root, estimates) } };
}

const isExpected = (one: Observation, other: Observation) =>
  listNodes(one.plan.root).every((node, at) => node.planRows === listNodes(other.plan.root)[at]?.planRows);

/** The plans of all probes after `drops`, in a transaction that is rolled back; none where it cannot be done. */
async function planAll(session: Session, drops: readonly string[], probes: readonly Probe[]) {
  const name = 'planwright_idle';
  const plans: (PlanNode | undefined)[] = [];
  const part = 'a part of what you created was';
  const begin = ['begin', ...drops].join('; ');
  const begun = await askInTime(session, begin, TIMEOUT_MS, `Taking away ${part}`);
  for (const { query, sql, types, params } of begun.kind === 'ok' ? probes : []) {
    const script = [
      prepareStatement(name, sql, types),
      `explain (verbose, format json) ${executeStatement(name, params)}`,
      `deallocate ${name}`,
    ];
    const asked = await askInTime(
      session,
      script.join(';\n'),
      TIMEOUT_MS,
      `Planning “${query}” without ${part}`,
    );
    const plan = asked.kind === 'ok' ? readPlan(asked.results[1]?.rows[0]?.[0]) : undefined;
    plans.push(plan?.kind === 'plan' ? plan.plan.root : undefined);
  }
  await read(session, 'rollback');
  return plans;
}

/** The runs whose estimates are others after `drops`; undefined where a plan takes another step. */
async function othersAfter(
  session: Session,
  drops: readonly string[],
  observations: readonly Observation[],
  probes: readonly Probe[],
): Promise<readonly Observation[] | undefined> {
  const plans = await planAll(session, drops, probes);
  const runs = probes.map((_, at) => {
    const seen = observations[at];
    return seen && expectedIn(seen, plans[at]);
  });
  const same = runs.flatMap((run) => run ?? []);
  if (same.length < probes.length) return undefined;
  return same.filter((run, at) => {
    const seen = observations[at];
    return seen && !isExpected(run, seen);
  });
}

/** Whether the statistics say what nothing else says once those of expressions of indexes are gone with their indexes. */
async function repeatsAnIndex(
  session: Session,
  indexes: readonly string[],
  drop: string,
  probes: readonly Probe[],
): Promise<boolean> {
  if (indexes.length === 0) return false;
  const indexless = `drop index ${indexes.join(', ')}`;
  const told = (plans: readonly (PlanNode | undefined)[]) =>
    JSON.stringify(
      plans.map((root) => root && [stepsOf(root), listNodes(root).map((node) => node.planRows)]),
    );
  const before = await planAll(session, [indexless], probes);
  return told(before) !== told(await planAll(session, [indexless, drop], probes));
}

async function findIdleIndexes(
  session: Session,
  created: readonly IndexEvidence[],
  observations: readonly Observation[],
  probes: readonly Probe[],
): Promise<readonly IdleEvidence[]> {
  const used = new Set(observations.flatMap(({ plan }) => listNodes(plan.root).flatMap(listIndexes)));
  const idle: IdleEvidence[] = [];
  for (const { root, names } of created.length > 0 ? await familiesOf(session, created) : []) {
    if (names.some((name) => used.has(name))) continue;
    const without = await othersAfter(session, [dropIndex(root)], observations, probes);
    if (without) idle.push({ kind: 'index', name: root.name, without });
  }
  return idle;
}

async function findIdleStatistics(
  session: Session,
  created: readonly IndexEvidence[],
  statistics: readonly string[],
  observations: readonly Observation[],
  probes: readonly Probe[],
): Promise<readonly IdleEvidence[]> {
  const analyzed = created.filter(({ collected }) => collected).map(nameOf);
  const idle: IdleEvidence[] = [];
  const gone: string[] = [];
  for (const name of statistics) {
    const drop = `drop statistics ${quoteQualified(name)}`;
    const without = await othersAfter(session, [...gone, drop], observations, probes);
    if (!without) continue;
    if (without.length === 0) {
      if (await repeatsAnIndex(session, analyzed, drop, probes)) continue;
      gone.push(drop);
    }
    idle.push({ kind: 'statistics', name: name.replace(/^public\./, ''), without });
  }
  return idle;
}

/**
 * What was created, is read by no run of the workload, and changes no step of a plan: each index alone, and the statistics
 * objects one after the other, so that of two that say the same one stays. What the planner expects without it is told
 * with it, for it may have been made for that. `observations` begin with those of the probes.
 */
export async function findIdle(
  session: Session,
  created: readonly IndexEvidence[],
  statistics: readonly string[],
  observations: readonly Observation[],
  probes: readonly Probe[],
): Promise<readonly IdleEvidence[]> {
  return [
    ...(await findIdleIndexes(session, created, observations, probes)),
    ...(await findIdleStatistics(session, created, statistics, observations, probes)),
  ];
}
