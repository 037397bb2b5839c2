import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';

/** How busy the machine is kept: threads that do nothing but count, for each core. */
export interface Load {
  readonly name: string;
  readonly perCore: number;
  /** Chromium's own throttling of the page's main thread, as a factor. It leaves workers alone. */
  readonly throttle: number;
}

/**
 * With five busy threads a core a worker gets a sixth of it: that is how a CPU throttled six times is made for the
 * database, whose worker the browser's throttling does not reach.
 */
export const LOADS: readonly Load[] = [
  { name: 'idle', perCore: 0, throttle: 1 },
  { name: 'every core busy', perCore: 1, throttle: 1 },
  { name: 'a sixth of the CPU', perCore: 5, throttle: 6 },
];

/** A fixed piece of work, for a worker: about a tenth of a second on an idle machine. Returns its ms. */
export const LOOP = `(() => {
  const began = performance.now();
  let x = 0;
  for (let i = 0; i < 1e8; i += 1) x = (Math.imul(x, 31) + i) | 0;
  return performance.now() - began + x * 0;
})()`;

/** Starts the busy threads and resolves when they count; call what it resolves with to end them. */
export async function keepNodeBusy({ perCore }: Load): Promise<() => Promise<void>> {
  const threads = Array.from(
    { length: perCore * cpus().length },
    () => new Worker('for (;;) {}', { eval: true }),
  );
  await Promise.all(threads.map((thread) => new Promise((resolve) => thread.once('online', resolve))));
  return async () => {
    await Promise.all(threads.map((thread) => thread.terminate()));
  };
}

/** ms that the loop takes in a worker thread now. */
export function timeLoop(): Promise<number> {
  const thread = new Worker(`require('node:worker_threads').parentPort.postMessage(${LOOP})`, { eval: true });
  return new Promise((resolve, reject) => {
    thread.once('message', (ms: unknown) => resolve(Number(ms)));
    thread.once('error', reject);
  });
}
