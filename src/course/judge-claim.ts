import type { Cell, Work } from '../engine/engine.ts';
import { compareEstimates } from '../plan/estimates.ts';
import { listNodes, totalsOf } from '../plan/metrics.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import { amountInWords, isOutside, judgePages } from './amount.ts';
import { counts, sumOf } from './block-figures.ts';
import { type Amount, type Claim, OF_POSTGRES, OF_SQLITE } from './claim.ts';
import { judgeRatio } from './judge-ratio.ts';
import { judgeSteps } from './judge-steps.ts';

/** What running a block showed. */
export interface Measured {
  readonly plan?: Plan;
  /** SQLite’s plan, a line each step. */
  readonly steps?: readonly string[];
  /** What SQLite counted. */
  readonly work?: Work;
  /** Rows that the last statement returned or changed. */
  readonly rows?: number;
  /** The first cell of the first row. */
  readonly cell?: Cell;
  readonly ms?: number;
  /** SQLSTATE and message where the block failed. */
  readonly error?: {
    readonly sqlstate: string;
    readonly message: string;
    /** 0-based offset into the block's SQL, where PostgreSQL pointed at a place. */
    readonly position?: number;
  };
  /** The block that ran out of time before it, so that this one did not run. */
  readonly notRunAfter?: string;
}

function isOn(node: PlanNode, table: string | undefined, index: string | undefined): boolean {
  const names = [node.relation, node.alias];
  return (table === undefined || names.includes(table)) && (index === undefined || node.index === index);
}

function claimedNode(plan: Plan, claim: Claim): PlanNode | undefined {
  if (claim.node === undefined) return plan.root;
  return listNodes(plan.root).find((node) => node.kind === claim.node && isOn(node, claim.on, claim.using));
}

function kindsOf(plan: Plan): string {
  return listNodes(plan.root)
    .map(
      ({ kind, relation, index }) =>
        `${kind}${relation ? ` on ${relation}` : ''}${index ? ` using ${index}` : ''}`,
    )
    .join(', ');
}

function judgeNodes(plan: Plan, claim: Claim): readonly string[] {
  const wrong: string[] = [];
  const where = `${claim.on ? ` on ${claim.on}` : ''}${claim.using ? ` using ${claim.using}` : ''}`;
  if (claim.node !== undefined && !claimedNode(plan, claim)) {
    wrong.push(`no ${claim.node}${where} in the plan, which is: ${kindsOf(plan)}`);
  }
  if (
    claim.none !== undefined &&
    listNodes(plan.root).some((node) => node.kind === claim.none && isOn(node, claim.on, undefined))
  ) {
    wrong.push(`a ${claim.none} is in the plan, which is: ${kindsOf(plan)}`);
  }
  return wrong;
}

function judgeEstimate(plan: Plan, claim: Claim): readonly string[] {
  if (claim.estimateWithin === undefined && claim.estimateOff === undefined) return [];
  const node = claimedNode(plan, claim);
  const estimate = node && compareEstimates(plan).get(node.id);
  if (!estimate) return ['the claimed node has no estimate to compare'];
  const said = `it expected ${estimate.expected} rows and got ${estimate.actual}`;
  const within = claim.estimateWithin === undefined || estimate.factor <= claim.estimateWithin;
  const off = claim.estimateOff === undefined || estimate.factor >= claim.estimateOff;
  return within && off ? [] : [`${said}: a factor of ${estimate.factor.toFixed(1)}`];
}

/** Claims that count something: at the claimed node, or over the plan where none is claimed. */
function judgeCounts(plan: Plan, claim: Claim): readonly string[] {
  const node = claim.node === undefined ? undefined : claimedNode(plan, claim);
  if (claim.node !== undefined && node === undefined) return [];
  const count = (kind: keyof typeof counts) => (node ? counts[kind](node) : sumOf(plan, kind));
  // EXPLAIN prints it only where something filters: where it is absent, no row was removed.
  const removed = plan.root.actual === undefined ? undefined : (count('rows-removed') ?? 0);
  const judge = (what: string, amount: Amount | undefined, value: number | undefined) => {
    if (amount === undefined) return [];
    if (value === undefined) return [`the plan does not count ${what} there`];
    return isOutside(value, amount) ? [`${value} ${what}, not ${amountInWords(amount)}`] : [];
  };
  return [
    ...judge('heap fetches', claim.heapFetches, count('heap-fetches')),
    ...judge('index searches', claim.indexSearches, count('index-searches')),
    ...judge('rows removed', claim.rowsRemoved, removed),
    ...judge('loops', claim.loops, node?.actual?.loops),
  ];
}

const OF_A_PLAN = [...OF_POSTGRES, ...OF_SQLITE, 'pagesAtMost', 'pagesAtLeast', 'ratio'] as const;

/** What was in the first cell, in the words of a claim. */
function sayCell(cell: Cell | undefined): string {
  if (cell === undefined) return 'there is no first cell, as no row came back';
  return cell === null
    ? 'the first cell is NULL (cell: null, without quotes)'
    : `the first cell is “${cell}”`;
}

/** Whether a claim is about a plan, and not only about rows, a cell or an error. */
export function asksForPlan(claim: Claim): boolean {
  return OF_A_PLAN.some((key) => claim[key] !== undefined);
}

function judgePlan(
  measured: Measured,
  claim: Claim,
  others: ReadonlyMap<string, Measured>,
): readonly string[] {
  const { plan } = measured;
  if (!asksForPlan(claim)) return [];
  if (measured.steps)
    return [
      ...judgeSteps(measured, claim),
      ...(claim.ratio ? judgeRatio(measured, claim.ratio, others.get(claim.ratio.to)) : []),
    ];
  if (!plan) return ['the last statement has no plan'];
  const pages = totalsOf(plan).pages ?? 0;
  return [
    ...judgeNodes(plan, claim),
    ...judgePages(pages, claim),
    ...judgeEstimate(plan, claim),
    ...judgeCounts(plan, claim),
    ...(claim.ratio ? judgeRatio(measured, claim.ratio, others.get(claim.ratio.to)) : []),
  ];
}

/** What is false in a claim, each in a sentence with the measured figures; empty when it holds. */
export function judgeClaim(
  measured: Measured,
  claim: Claim,
  others: ReadonlyMap<string, Measured>,
): readonly string[] {
  if (claim.error !== undefined) {
    if (measured.error?.sqlstate === claim.error) return [];
    const got = measured.error
      ? `it failed with ${measured.error.sqlstate} (${measured.error.message})`
      : 'it did not fail';
    return [`the block should fail with ${claim.error}, but ${got}`];
  }
  if (measured.error) return [`the block failed: ${measured.error.message} (${measured.error.sqlstate})`];
  return [
    ...judgePlan(measured, claim, others),
    ...(claim.rows !== undefined && claim.rows !== measured.rows
      ? [`${measured.rows} rows, not ${claim.rows}`]
      : []),
    ...(claim.cell !== undefined && claim.cell !== measured.cell
      ? [`${sayCell(measured.cell)}, not ${claim.cell === null ? 'NULL' : `“${claim.cell}”`}`]
      : []),
  ];
}
