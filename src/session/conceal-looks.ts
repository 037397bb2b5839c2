import { listNodes } from '../plan/metrics.ts';
import type { Plan } from '../plan/plan.ts';
import type { WhatIf } from './what-if.ts';
import type { ScanChoices, ScanWay, WhyNot } from './why-not.ts';

/** Takes the values out of a plan. */
export type Conceal = (plan: Plan) => Plan;

function concealWay(way: ScanWay, conceal: Conceal): ScanWay {
  const plan = conceal(way.plan);
  const node = listNodes(plan.root).find(({ id }) => id === way.node.id);
  return { ...way, plan, node: node ?? way.node };
}

function concealScan(scan: ScanChoices, conceal: Conceal): ScanChoices {
  return {
    ...scan,
    chosen: concealWay(scan.chosen, conceal),
    others: scan.others.map((way) => concealWay(way, conceal)),
    unused: scan.unused.map(({ index, way }) => ({ index, way: way && concealWay(way, conceal) })),
  };
}

/** What the planner turned down, without the values that the query was asked for. */
export function concealWhyNot(found: WhyNot, conceal: Conceal): WhyNot {
  return {
    ...found,
    plan: conceal(found.plan),
    scans: found.scans.map((scan) => concealScan(scan, conceal)),
  };
}

/** What an index would change, without the values that the query was asked for. */
export function concealWhatIf(found: WhatIf, conceal: Conceal): WhatIf {
  return { ...found, before: conceal(found.before), after: conceal(found.after) };
}
