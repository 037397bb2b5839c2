import { compareEstimates } from '../../plan/estimates.ts';
import { listNodes, totalsOf } from '../../plan/metrics.ts';
import type { Plan } from '../../plan/plan.ts';

/** From a figure to the share of a bar's length, 0 to 1. */
export type Scale = (value: number) => number;

/** The scales by which the bars of one or more plans are drawn, so that bars of the same length mean the same. */
export interface PlanScales {
  readonly ms: Scale;
  readonly pages: Scale;
  readonly cost: Scale;
  readonly rows: Scale;
}

/** Linear from zero. */
export function linearScale(most: number): Scale {
  return (value) => (most > 0 ? clamp(value / most) : 0);
}

/** Logarithmic from `least`, which and below which is nothing, to `most`. */
export function logScale(least: number, most: number): Scale {
  const span = Math.log(Math.max(most, least * 10) / least);
  return (value) => (value > least ? clamp(Math.log(value / least) / span) : 0);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/**
 * What a step cost is a share of the whole, of the larger whole where there are several plans: a step that took a hundred
 * times as long has a bar a hundred times as long. Rows, which span more than a bar can, are logarithmic.
 */
export function scalesOf(plans: readonly Plan[]): PlanScales {
  const nodes = plans.flatMap((plan) => listNodes(plan.root));
  const most = (values: readonly (number | undefined)[]) => Math.max(0, ...values.map((value) => value ?? 0));
  const rows = plans.flatMap((plan) => [...compareEstimates(plan).values()].map(({ expected }) => expected));
  const totals = plans.map(totalsOf);
  return {
    ms: linearScale(most(totals.map(({ ms }) => ms))),
    pages: linearScale(most(totals.map(({ pages }) => pages))),
    cost: linearScale(most(totals.map(({ cost }) => cost))),
    rows: logScale(0.5, most([...rows, ...nodes.map((node) => node.actual?.rows ?? node.planRows)])),
  };
}
