import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';

/** The classic exercise. */
export const EXERCISE = 'exercises/one-customers-orders/';
const TIMEOUT = { timeout: 120_000 };

/** What is stored of a reader whose answer to it is this. */
export const PROGRESS = (draft: string) =>
  JSON.stringify({
    format: 1,
    exercises: { 'one-customers-orders': { state: 'open', tries: 0, draft, draftAt: 1 } },
    lessons: {},
    predictions: {},
  });

/** Runs in the page: presses Run as soon as it can be pressed, and notes when the first result stands there. */
function runAtOnce(): void {
  const timer = setInterval(() => {
    // Its shortcut stands behind its name.
    const run = [...document.querySelectorAll('button')].find(
      (button) => button.firstChild?.textContent?.trim() === 'Run',
    );
    if (!run || run.matches(':disabled, [aria-disabled="true"]')) return;
    clearInterval(timer);
    run.click();
  }, 5);
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.pw-result')) return;
    console.info(`firstResultMs ${performance.now()}`);
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

async function openContext(browser: Browser, draft: string, memory?: number): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addInitScript((text) => localStorage.setItem('planwright.progress', text), PROGRESS(draft));
  if (memory !== undefined) {
    await context.addInitScript(
      (gib) => Object.defineProperty(navigator, 'deviceMemory', { value: gib }),
      memory,
    );
  }
  return context;
}

/**
 * Goes to a page and waits for the figure that it says on its console. Nothing is asked of the page meanwhile: to wait for a
 * condition in it would load a third of a megabyte of the driver's own script into what is measured.
 */
async function sayingOf(page: Page, address: string, name: string): Promise<number> {
  const said = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(`${name} `),
    ...TIMEOUT,
  });
  await page.goto(address, { waitUntil: 'commit' });
  return Number((await said).text().slice(name.length));
}

/**
 * A page in a window that has come to rest: a new window makes Chromium load pages of its own (the list under the address
 * bar alone has 400 scripts), and a reader's window has them.
 */
async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.waitForTimeout(1_500);
  return page;
}

/** Navigation to the bare engine's first answer, in a fresh browser context. */
export async function measureBare(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await openPage(context);
  const ms = await sayingOf(page, address, 'bareMs');
  await context.close();
  return ms;
}

/** Navigation to the first result on a seeded exercise, in a fresh browser context. */
export async function measureCold(browser: Browser, site: string): Promise<number> {
  const context = await openContext(browser, 'select count(*) from orders;');
  await context.addInitScript(runAtOnce);
  const page = await openPage(context);
  const ms = await sayingOf(page, site + EXERCISE, 'firstResultMs');
  await context.close();
  return ms;
}

async function press(page: Page, name: string): Promise<number> {
  return page.evaluate(async (label) => {
    const find = (text: string) =>
      [...document.querySelectorAll('button')].find(
        (button) => button.firstChild?.textContent?.trim() === text,
      );
    const began = performance.now();
    find(label)?.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    while (!find('Run')?.matches(':not(:disabled, [aria-disabled="true"])'))
      await new Promise((resolve) => setTimeout(resolve, 4));
    return performance.now() - began;
  }, name);
}

/** Time for what runs behind the page (the spare, the start's observation) to come to rest. */
const settle = (page: Page) => page.waitForTimeout(4_000);

export interface Warm {
  readonly reset: readonly number[];
  readonly check: readonly number[];
  readonly firstCheck: number;
}

/** Resets and checks on a page that has been used; `spare` false is a device with little memory. */
export async function measureWarm(
  browser: Browser,
  site: string,
  rounds: number,
  spare: boolean,
): Promise<Warm> {
  const context = await openContext(browser, 'create index on orders (customer_id);', spare ? undefined : 2);
  const page = await context.newPage();
  await page.goto(site + EXERCISE);
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  await press(page, 'Run');
  await settle(page);
  const reset: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    reset.push(await press(page, 'Reset'));
    await settle(page);
  }
  const check: number[] = [];
  for (let round = 0; spare && round < rounds; round += 1) {
    check.push(await press(page, 'Check'));
    await settle(page);
  }
  await context.close();
  return { reset, check, firstCheck: check[0] ?? Number.NaN };
}

/** Kilobytes of JavaScript, each file compressed with gzip, that a lesson's page loads before anybody touches it. */
export async function measureLessonScripts(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes / 1024;
}
