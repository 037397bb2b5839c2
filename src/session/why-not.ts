import type { Cell } from '../engine/engine.ts';
import { accessOf, listIndexes } from '../plan/access-paths.ts';
import { listNodes, totalsOf } from '../plan/metrics.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import {
  FORCED,
  type ForcedAccess,
  forceAccess,
  forceIndex,
  type PlannedQuery,
  planAfter,
} from './forced-plans.ts';
import { isInTransaction, OPEN_TRANSACTION } from './open-transaction.ts';
import { type CostStep, costSteps } from './scan-costs.ts';
import { type IndexFacts, type PlannerCosts, readCosts, readTable, type TableFacts } from './scan-facts.ts';
import { findLastQuery, type Looked, type Subject } from './throw-away.ts';

/** One way to read a table, as PostgreSQL planned it. */
export interface ScanWay {
  readonly via: ForcedAccess | 'other';
  readonly node: PlanNode;
  readonly indexes: readonly string[];
  readonly plan: Plan;
  /** Of the whole query: what the planner compares. */
  readonly cost: number;
  /** Of the whole query, where it was run. */
  readonly pages?: number;
  readonly ms?: number;
  /** What makes up the cost of the scan itself; empty where it is not taken apart. */
  readonly steps: readonly CostStep[];
}

/** A way that PostgreSQL has no plan for. */
export interface NoWay {
  readonly via: ForcedAccess;
}

/** An index that no plan above uses: planned for with every other index of the table out of sight. */
export interface UnusedIndex {
  readonly index: IndexFacts;
  /** Undefined where PostgreSQL does not use it even then. */
  readonly way: ScanWay | undefined;
}

/** How one table is read, and how else it could have been. */
export interface ScanChoices {
  readonly table: TableFacts;
  readonly alias: string;
  readonly chosen: ScanWay;
  /** Cheapest first. */
  readonly others: readonly ScanWay[];
  readonly impossible: readonly NoWay[];
  readonly unused: readonly UnusedIndex[];
}

/** The choices that the planner had, a table each. */
export interface WhyNot {
  readonly sql: string;
  readonly plan: Plan;
  readonly scans: readonly ScanChoices[];
  readonly costs: PlannerCosts;
}

/** Scans that are looked into, the dearest first, and indexes of a table that are tried one by one. */
const MOST_SCANS = 4;
const MOST_INDEXES = 6;

/**
 * For each table scan of the last statement of `text`: the ways that were turned down, planned for real with the others
 * turned off, and run where their cost allows. Every change is made in a transaction that is rolled back. Costs and
 * pages are those of the whole query: turning a way off does so for all its tables.
 */
export async function whyNot(
  subject: Subject,
  text: string,
  params: readonly Cell[] = [],
): Promise<Looked<WhyNot>> {
  const query = await findLastQuery(subject, text);
  if (query.kind === 'none') return query;
  if (await isInTransaction(subject)) return { kind: 'none', message: OPEN_TRANSACTION };
  const planned = { sql: query.found.sql, params, reads: query.found.reads };
  const [costs, plan] = [await readCosts(subject), await planAfter(subject, planned, '')];
  if (costs.kind === 'none') return costs;
  if (plan.kind === 'none') return plan;
  const scans = dearestScans(plan.found);
  const forced = scans.length === 0 ? [] : await forceAll(subject, planned);
  const choices: ScanChoices[] = [];
  for (const node of scans) {
    const seen = await chooseAgain(subject, planned, { node, plan: plan.found, forced, costs: costs.found });
    if (seen) choices.push(seen);
  }
  return { kind: 'ok', found: { sql: planned.sql, plan: plan.found, scans: choices, costs: costs.found } };
}

function dearestScans(plan: Plan): readonly PlanNode[] {
  const scans = listNodes(plan.root).filter(
    (node) => accessOf(node) !== undefined && accessOf(node) !== 'other' && node.actual?.loops !== 0,
  );
  return [...scans].sort((a, b) => b.totalCost - a.totalCost).slice(0, MOST_SCANS);
}

interface Forced {
  readonly via: ForcedAccess;
  readonly plan: Plan;
}

async function forceAll(subject: Subject, query: PlannedQuery): Promise<readonly Forced[]> {
  const forced: Forced[] = [];
  for (const via of FORCED) {
    const plan = await planAfter(subject, query, forceAccess(via));
    if (plan.kind === 'ok') forced.push({ via, plan: plan.found });
  }
  return forced;
}

interface Choosing {
  readonly node: PlanNode;
  readonly plan: Plan;
  readonly forced: readonly Forced[];
  readonly costs: PlannerCosts;
}

async function chooseAgain(
  subject: Subject,
  query: PlannedQuery,
  { node, plan, forced, costs }: Choosing,
): Promise<ScanChoices | undefined> {
  const facts = await readTable(subject, node.schema ?? 'public', node.relation ?? '');
  if (facts.kind === 'none') return undefined;
  const table = facts.found;
  const chosen = describeWay(node, plan, table, costs);
  const ways = forced
    .filter(({ via }) => via !== chosen.via)
    .map(({ via, plan }) => ({ via, way: wayIn(plan, node, table, costs) }));
  const others = ways.flatMap(({ via, way }) => (way?.via === via ? [way] : []));
  const impossible = ways.filter(({ via, way }) => way?.via !== via).map(({ via }) => ({ via }));
  const used = new Set([chosen, ...others].flatMap(({ indexes }) => indexes));
  const unused: UnusedIndex[] = [];
  for (const index of table.indexes.filter(({ name }) => !used.has(name)).slice(0, MOST_INDEXES)) {
    const alone = await planAfter(subject, query, forceIndex(table, index.name));
    const way = alone.kind === 'ok' ? wayIn(alone.found, node, table, costs) : undefined;
    unused.push({ index, way: way?.indexes.includes(index.name) ? way : undefined });
  }
  return {
    table,
    alias: node.alias ?? table.name,
    chosen,
    others: others.sort((a, b) => a.cost - b.cost),
    impossible,
    unused,
  };
}

function wayIn(plan: Plan, of: PlanNode, table: TableFacts, costs: PlannerCosts): ScanWay | undefined {
  const node = listNodes(plan.root).find(
    (other) => accessOf(other) !== undefined && other.relation === of.relation && other.alias === of.alias,
  );
  return node && describeWay(node, plan, table, costs);
}

function describeWay(node: PlanNode, plan: Plan, table: TableFacts, costs: PlannerCosts): ScanWay {
  const access = accessOf(node);
  const { pages, ms, cost } = totalsOf(plan);
  const repeated = (node.actual?.loops ?? 1) > 1;
  return {
    via: FORCED.find((via) => via === access) ?? 'other',
    node,
    indexes: listIndexes(node),
    plan,
    cost,
    steps: repeated ? [] : costSteps(node, table, costs),
    ...(plan.analyzed && pages !== undefined && { pages }),
    ...(plan.analyzed && ms !== undefined && { ms }),
  };
}
