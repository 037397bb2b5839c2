import { formatMs } from './format-figures.ts';
import { listNodes } from './metrics.ts';
import type { Plan } from './plan.ts';

/** ms: what a clock may leave out at most, in Chromium and in browsers that count whole milliseconds (https://www.w3.org/TR/hr-time-3/). */
const FINE_STEP = 0.1;
const COARSE_STEP = 1;

function timesOf({ planningMs, executionMs, root }: Plan): readonly number[] {
  const times = [planningMs, executionMs, ...listNodes(root).map(({ actual }) => actual?.ms)];
  return times.filter((ms) => ms !== undefined);
}

/**
 * A time of the plan: `4.3 ms`. One of 0 is a time that the clock did not see: `< 0.1 ms`, or `< 1 ms` where all times are
 * whole, as Firefox and Safari count them.
 */
export function formatTimeOf(plan: Plan, ms: number): string {
  if (ms !== 0) return formatMs(ms);
  return `< ${formatMs(timesOf(plan).every(Number.isInteger) ? COARSE_STEP : FINE_STEP)}`;
}
