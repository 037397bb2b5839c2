import type { IndexEvidence, Observation } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { listIndexes } from '../plan/access-paths.ts';
import { listNodes } from '../plan/metrics.ts';
import type { PlanNode } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { ask, read } from './ask.ts';
import { executeStatement, type Probe, prepareStatement } from './observe.ts';
import { quoteName } from './quote.ts';

const TIMEOUT_MS = 30_000;

/** So many times more or fewer rows expected: then the planner knew something that it does not know without the index. */
const OTHER_ESTIMATE = 1.5;
/** Rows added to both sides before they are compared: one row for two is no other estimate. */
const FEW_ROWS = 10;

const PARENTS = `
select c.relname, p.relname from pg_catalog.pg_inherits i
join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relkind in ('i', 'I')
join pg_catalog.pg_class p on p.oid = i.inhparent`;

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

/** The same step with about the same rows expected; what it costs is not compared. */
function isSameNode(one: PlanNode, other: PlanNode): boolean {
  const words = ({ name, relation, alias, index, indexCond, filter, sortKey }: PlanNode) =>
    JSON.stringify([name, relation, alias, index, indexCond, filter, sortKey]);
  const [few, many] = [one.planRows, other.planRows].sort((a, b) => a - b);
  return words(one) === words(other) && ((many ?? 0) + FEW_ROWS) / ((few ?? 0) + FEW_ROWS) < OTHER_ESTIMATE;
}

function isSamePlan(one: PlanNode | undefined, other: PlanNode | undefined): boolean {
  if (!one || !other) return false;
  const [nodes, others] = [listNodes(one), listNodes(other)];
  return (
    nodes.length === others.length &&
    nodes.every((node, at) => {
      const twin = others[at];
      return twin !== undefined && isSameNode(node, twin);
    })
  );
}

/** The plans of all probes after `before`, in a transaction that is rolled back; none where `before` cannot be done. */
async function planAll(session: Session, before: string, probes: readonly Probe[]) {
  const name = 'planwright_idle';
  const plans: (PlanNode | undefined)[] = [];
  const begun = await ask(session, `begin; ${before}`, TIMEOUT_MS);
  for (const { sql, types, params } of begun.kind === 'ok' ? probes : []) {
    const script = [
      prepareStatement(name, sql, types),
      `explain (verbose, format json) ${executeStatement(name, params)}`,
      `deallocate ${name}`,
    ];
    const asked = await ask(session, script.join(';\n'), TIMEOUT_MS);
    const plan = asked.kind === 'ok' ? readPlan(asked.results[1]?.rows[0]?.[0]) : undefined;
    plans.push(plan?.kind === 'plan' ? plan.plan.root : undefined);
  }
  await read(session, 'rollback');
  return plans;
}

/**
 * Created indexes that no run of the workload reads and without which every plan is the same: they are paid for by every
 * write and give nothing. An index that only tells the planner something (statistics of its expression, that a column is
 * unique) changes a plan or what it expects, and is not among them.
 */
export async function findIdle(
  session: Session,
  created: readonly IndexEvidence[],
  observations: readonly Observation[],
  probes: readonly Probe[],
): Promise<readonly string[]> {
  const used = new Set(observations.flatMap(({ plan }) => listNodes(plan.root).flatMap(listIndexes)));
  const families = await familiesOf(session, created);
  const unread = families.filter(({ names }) => !names.some((name) => used.has(name)));
  if (unread.length === 0) return [];
  const plans = await planAll(session, '', probes);
  const idle: string[] = [];
  for (const { root } of unread) {
    const drop = `drop index ${quoteName(root.schema)}.${quoteName(root.name)}`;
    const without = await planAll(session, drop, probes);
    if (plans.length === without.length && plans.every((plan, at) => isSamePlan(plan, without[at])))
      idle.push(root.name);
  }
  return idle;
}
