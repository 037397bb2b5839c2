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

/** For tests: how many times as much processor time something takes with eight times the size. */
export function measureGrowth(size: number, act: (size: number) => void): number {
  return least(() => act(8 * size)) / least(() => act(size));
}
