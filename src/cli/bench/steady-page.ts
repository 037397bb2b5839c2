import { cpus } from 'node:os';
import type { Browser, Page } from '@playwright/test';
import { LOOP, type Load } from './steady-load.ts';
import { type Submission, timedChecks } from './steady-node.ts';
import type { Outcome } from './steady-tally.ts';

/** A check on a throttled machine may take minutes. */
const TIMEOUT_MS = 300_000;

function progressWith({ exercise, sql }: Submission): string {
  const draft = { state: 'open', tries: 0, draft: sql, draftAt: 1 };
  return JSON.stringify({ format: 1, exercises: { [exercise.id]: draft }, lessons: {}, predictions: {} });
}

/** Runs in the page: presses Check, waits until it can be pressed again, and reads what the Checks region says. */
async function checkOnce(timed: readonly number[]): Promise<Outcome> {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith('Check'));
  const began = performance.now();
  button?.click();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const late = began + 300_000;
  while (!button?.matches(':not(:disabled, [aria-disabled="true"])') && performance.now() < late)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const ms = performance.now() - began;
  const texts = (selector: string) =>
    [...document.querySelectorAll(`section[aria-label=Checks] ${selector}`)].map(
      (one) => one.textContent ?? '',
    );
  const region = document.querySelector<HTMLElement>('section[aria-label=Checks]');
  const [status] = texts('[role=status]');
  if (!status) {
    const results = document.querySelector('[aria-label=Results]')?.textContent ?? 'nothing';
    return { verdict: `fault: ${results.slice(0, 300)}`, evidence: '', ms };
  }
  const states = [...(region?.querySelectorAll<HTMLElement>('li[data-state]') ?? [])].map((item, at) =>
    timed.includes(at) ? 'time' : (item.dataset.state ?? ''),
  );
  const verdict = [status, ...states, ...texts('.pw-bench-finding strong')].join('; ');
  return { verdict, evidence: region?.dataset.evidence ?? '', ms };
}

async function ready(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (label) => {
      const buttons = [...document.querySelectorAll('button')];
      const found = buttons.find((one) => one.textContent?.trim().startsWith(label));
      return found?.matches(':not(:disabled, [aria-disabled="true"])') ?? false;
    },
    name,
    { timeout: TIMEOUT_MS },
  );
}

/**
 * Checks a submission so many times in a row on the exercise's own page, with its buttons. Reset between the checks
 * takes the last verdict away, so that none is read twice.
 */
export async function checkInPage(
  browser: Browser,
  site: string,
  submission: Submission,
  { times, throttle }: { readonly times: number; readonly throttle: number },
): Promise<readonly Outcome[]> {
  const context = await browser.newContext();
  await context.addInitScript(
    (text) => localStorage.setItem('planwright.progress', text),
    progressWith(submission),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.goto(`${site}exercises/${submission.exercise.id}/`);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await ready(page, 'Check');
  const outcomes: Outcome[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    outcomes.push(await page.evaluate(checkOnce, timedChecks(submission)));
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await ready(page, 'Check');
  }
  await context.close();
  return outcomes;
}

/**
 * Busy workers in a page of the same browser: threads of another process may be scheduled as a group of their own, which
 * leaves the browser half of the machine however many they are.
 */
export async function keepBrowserBusy(browser: Browser, { perCore }: Load): Promise<() => Promise<void>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.evaluate((count) => {
    const address = URL.createObjectURL(new Blob(['postMessage(0); for (;;);']));
    const begun = Array.from(
      { length: count },
      () => new Promise((resolve) => new Worker(address).addEventListener('message', resolve)),
    );
    return Promise.all(begun).then(() => undefined);
  }, perCore * cpus().length);
  return () => context.close();
}

/** ms that the loop takes in a worker of this browser now. */
export async function timeLoopInPage(browser: Browser): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const ms = await page.evaluate((loop) => {
    const address = URL.createObjectURL(new Blob([`postMessage(${loop})`]));
    return new Promise<number>((resolve) => {
      new Worker(address).onmessage = ({ data }) => resolve(Number(data));
    });
  }, LOOP);
  await context.close();
  return ms;
}
