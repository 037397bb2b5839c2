import { setTimeout as sleep } from 'node:timers/promises';
import { openCdpPage } from './cdp-page.ts';
import { EXERCISE, PROGRESS } from './journey.ts';

/** Runs in the page before its own scripts: notes stalls of the main thread over 50 ms. */
function watchStalls(): void {
  const stalls: number[] = [];
  Object.assign(globalThis, { planwrightStalls: stalls });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) stalls.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page: presses buttons in turn, each when Run can be pressed again, with time to rest in between. */
async function pressInTurn(names: readonly string[], restMs: number): Promise<void> {
  const find = (name: string) =>
    [...document.querySelectorAll('button')].find(
      (button) => button.firstChild?.textContent?.trim() === name,
    );
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const ready = async () => {
    while (!find('Run')?.matches(':not(:disabled, [aria-disabled="true"])')) await pause(20);
  };
  for (const name of names) {
    await ready();
    find(name)?.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await ready();
    await pause(restMs);
  }
}

/** ms of the longest task on the main thread of an exercise that is opened, run, reset and checked; 0 where none took 50. */
export async function measureLongestTask(site: string): Promise<number> {
  const page = await openCdpPage();
  try {
    const progress = JSON.stringify(PROGRESS('create index on orders (customer_id);'));
    await page.beforeEach(`localStorage.setItem('planwright.progress', ${progress}); (${watchStalls})()`);
    // A new browser loads pages of its own.
    await sleep(3_000);
    await page.open(site + EXERCISE);
    await sleep(1_000);
    await page.evaluate(`(${pressInTurn})(${JSON.stringify(['Run', 'Reset', 'Check', 'Check'])}, 3000)`);
    const stalls = await page.evaluate('JSON.stringify(globalThis.planwrightStalls)');
    return Math.max(0, ...(JSON.parse(String(stalls)) as readonly number[]));
  } finally {
    await page.close();
  }
}
