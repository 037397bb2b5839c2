const TIMES = 3;
/** Below this a clock tells nothing: both sides count as no quicker, in ms. */
const LEAST_MS = 2;

/** Processor time of this thread in ms: what else the machine does is not in it. */
function spent(): number {
  return process.threadCpuUsage().user / 1000;
}

function least(act: () => void): number {
  const took = Array.from({ length: TIMES }, () => {
    const began = spent();
    act();
    return spent() - began;
  });
  return Math.max(LEAST_MS, Math.min(...took));
}

/** Between 8, where something is linear, and 64, where it is quadratic. */
export const LINEAR = 24;
/** How often what does not look linear is measured again: a core that is slow for a while makes one side look longer. */
const MOST_TRIES = 4;

/** For tests: how many times as much processor time something takes with eight times the size, at the least. */
export function measureGrowth(size: number, act: (size: number) => void): number {
  let growth = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < MOST_TRIES && growth >= LINEAR; tried += 1)
    growth = Math.min(growth, least(() => act(8 * size)) / least(() => act(size)));
  return growth;
}
