import { type Page, test as playwright } from '@playwright/test';

/** A lesson in which PostgreSQL was started; it stays open for as long as the worker of the tests lives. */
async function openKeeper(keeper: Page): Promise<Page> {
  await keeper.goto('learn/indexing/equality/');
  const block = keeper.locator('pw-sql#before');
  await block.getByRole('button', { name: 'Run', exact: true }).click();
  await block.getByRole('region', { name: 'Plan' }).waitFor();
  return keeper;
}

/** Leaves nothing of what an earlier visitor kept in the browser. */
async function forget(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  for (const name of await caches.keys()) await caches.delete(name);
}

/**
 * A first visit: the test has a browser context and a process of its own, where nothing is loaded, compiled or kept.
 * For what is about starting, keeping, failing, or more than one tab.
 */
export const firstVisit = playwright.extend<object, { keeper: Page }>({
  keeper: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
      await use(await openKeeper(await context.newPage()));
      await context.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/**
 * A visitor whom the site does not know, in a browser that has compiled PostgreSQL before: `page` is opened from the
 * keeper's, so that both live in one process and V8 shares the compiled engine and scripts between them. That takes
 * half off a journey.
 */
export const test = firstVisit.extend({
  page: async ({ keeper }, use) => {
    const opened = keeper.waitForEvent('popup');
    await keeper.evaluate(() => void window.open('about:blank'));
    const page = await opened;
    await keeper.evaluate(forget);
    await use(page);
    // What a page writes when it is left is written before the next journey begins.
    await page.goto('about:blank');
    await page.close();
    await keeper.context().clearPermissions();
  },
});
