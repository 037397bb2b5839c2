import { expect, type Page, type Route } from '@playwright/test';
import { serveDamagedOnce } from './damage-once.ts';
import { holdDownloads } from './hold-downloads.ts';
import { firstVisit } from './warm-browser.ts';
import { benchOf, check, openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';

firstVisit('a damaged download is a readable failure', async ({ page }) => {
  await page.route('**/engine/shop-*.bin', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[5000] = (body[5000] ?? 0) ^ 255;
    await route.fulfill({ response, body });
  });
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 1;');
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/damaged/i);
  await expect.poll(() => bench.text()).toContain('select 1;');
  // It may still be asking for the file once more.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

firstVisit('a copy that was damaged once is fetched past the browser’s cache', async ({ page, baseURL }) => {
  const site = await serveDamagedOnce(baseURL ?? '', /\/engine\/.*\.bin$/);
  await page.goto(`${site.address}exercises/${EXERCISE}/`);
  const bench = benchOf(page);
  await bench.put('select 6 * 7 as answer;');
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
  const files = [...site.asked].filter(([path]) => path.endsWith('.bin'));
  expect(files.map(([, times]) => times)).toEqual([2, 2, 2, 2]);
  site.close();
});

firstVisit('a blocked download is a readable failure', async ({ page }) => {
  await page.route('**/engine/*.bin', (route) => route.abort());
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 1;');
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/could not be downloaded/i);
});

firstVisit(
  'an SQL parser that does not come is told to be a part of the page that is missing',
  async ({ page }) => {
    await page.route('**/_astro/libpg-query-*.wasm', (route) => route.abort());
    const bench = await openExercise(page, EXERCISE);
    await bench.put('select 1; select 2;');
    await bench.press('Run');
    await expect(bench.results.getByRole('alert')).toContainText(
      /parser did not load.*check the connection/i,
    );
  },
);

const REFUSALS = {
  'does not come': (route: Route) => route.abort(),
  'is no more': (route: Route) => route.fulfill({ status: 404, body: 'not found' }),
};
for (const [what, refuse] of Object.entries(REFUSALS)) {
  firstVisit(`an extension whose file ${what} is told to be a part that is missing`, async ({ page }) => {
    await page.route('**/_astro/*.tar-*', refuse);
    const bench = await openExercise(page, 'find-an-address');
    const alert = bench.results.getByRole('alert');
    // PostgreSQL's own words, that there is no such extension, must not be first.
    for (let run = 1; run <= 4; run++) {
      await bench.press('Run');
      await bench.idle();
      await expect(alert).toContainText(/part of the engine could not be loaded.*check the connection/i);
    }
    await page.unroute('**/_astro/*.tar-*');
    await bench.put("select count(*) from pg_extension where extname = 'pg_trgm';");
    await bench.press('Run');
    await expect(bench.results).toContainText('1 row');
  });
}

firstVisit(
  'Stop ends the wait for a download at once, and the next run takes what it brought',
  async ({ page }) => {
    const release = await holdDownloads(page);
    const bench = await openExercise(page, EXERCISE);
    await bench.put('select 6 * 7 as answer;');
    await bench.press('Run');
    await bench.press('Stop');
    await expect(bench.results).toContainText(/you stopped it/);
    await bench.idle();
    release();
    await bench.press('Run');
    await expect(bench.results).toContainText('42');
  },
);

/** For how long, in ms, no file has come since what a check needs was there. */
function sinceTheLastFile(page: Page): Promise<number> {
  return page.evaluate(() => {
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const ready = files.some(({ name }) => /\/submit\./.test(name));
    return ready ? performance.now() - Math.max(...files.map(({ responseEnd }) => responseEnd)) : 0;
  });
}

firstVisit('once it is loaded it works offline', async ({ page, context }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 1 as one;');
  await bench.press('Run');
  await expect(bench.results).toContainText('one');
  // What a first query does without comes a moment after it; the page has been without requests before.
  await expect.poll(() => sinceTheLastFile(page)).toBeGreaterThan(2000);
  await context.setOffline(true);
  await bench.put('select 6 * 7 as answer;');
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
  await bench.press('Reset');
  await bench.idle();
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
  await bench.idle();
  await bench.put('create index on orders (customer_id);');
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed');
  // What is passed comes back for review, offline or not.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('planwright.progress')))
    .toContain(`"exercise:${EXERCISE}"`);
  await page.getByRole('tab', { name: 'Runs' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Runs' })).toContainText('create index on orders');
  await page.getByRole('tab', { name: 'Pages' }).click();
  await page.getByRole('button', { name: 'Show the pages' }).click();
  // An extension's library comes when it is asked for.
  await expect(page.getByRole('tabpanel', { name: 'Pages' })).toContainText(
    'A part of the engine could not be loaded. Check the connection',
  );
});

firstVisit('a pane that did not load comes when it is shown once more', async ({ page }) => {
  await page.route('**/_astro/machine-panes.*.js', (route) => route.abort());
  const bench = await openExercise(page, EXERCISE);
  await page.getByRole('tab', { name: 'Pages' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Pages' }).getByRole('alert')).toContainText(
    /did not load.*try once more.*text is kept/,
  );
  await page.unroute('**/_astro/machine-panes.*.js');
  await page.getByRole('tab', { name: 'Results' }).click();
  await expect(bench.results).toBeVisible();
  await page.getByRole('tab', { name: 'Pages' }).click();
  await expect(page.getByRole('button', { name: 'Show the pages' })).toBeVisible();
});

firstVisit(
  'a pane that did not load at first is asked for again before anybody is told',
  async ({ page }) => {
    await page.route('**/_astro/machine-panes.*.js', (route) => route.abort(), { times: 1 });
    await openExercise(page, EXERCISE);
    await page.getByRole('tab', { name: 'Pages' }).click();
    await expect(page.getByRole('button', { name: 'Show the pages' })).toBeVisible();
  },
);

firstVisit(
  'a page whose own script does not come says so, and comes to life when it is loaded again',
  async ({ page }) => {
    await page.route('**/_astro/workbench.*.js*', (route) => route.abort());
    await page.goto(`exercises/${EXERCISE}/`);
    await expect(page.getByRole('alert')).toContainText(/did not load.*check the connection.*is kept/i);
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
    await expect(page.getByRole('tab', { name: 'Pages' })).toBeDisabled();
    await page.unroute('**/_astro/workbench.*.js*');
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
    await expect(page.getByText('A part of this page did not load')).toHaveCount(0);
  },
);

firstVisit('a lesson whose script does not come says so', async ({ page }) => {
  await page.goto('learn/indexing/equality/');
  const script = await page.locator('script[type=module][src]').first().getAttribute('src');
  await page.route(`**${script}`, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText(/did not load/);
});
