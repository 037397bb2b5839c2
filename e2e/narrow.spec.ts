import { expect, type Page } from '@playwright/test';
import { test } from './warm-browser.ts';
import { check, databaseWorkers, openExercise } from './workbench.ts';

/** Longer than the page waits before it opens a spare database. */
const SPARE_WOULD_BE_THERE_MS = 1_000;
/** Where there is room, the start is observed a second and a half after the database has opened. */
const START_WOULD_BE_OBSERVED_MS = 3_000;

test.beforeEach(({ page }) => page.setViewportSize({ width: 360, height: 740 }));

/**
 * What makes a page scroll sideways, or is cut off at its edge; empty where nothing does. What reaches out inside a box
 * that scrolls by itself is well there.
 */
async function reachingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const edgeOf = (element: Element) => Math.ceil(element.getBoundingClientRect().right + scrollX);
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const found: string[] = [];
    const look = (element: Element): void => {
      const out = edgeOf(element) > innerWidth + 1;
      if (out) found.push(`${element.outerHTML.slice(0, 120)} reaches ${edgeOf(element)}`);
      else if (!scrolls(element)) for (const child of element.children) look(child);
    };
    look(document.body);
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`);
    return found;
  });
}

test('no page scrolls sideways on a narrow phone', async ({ page }) => {
  const pages = ['', 'learn/indexing/equality/', 'exercises/', 'playground/', 'progress/', 'interview/'];
  // Its query is shown with a value that is longer than a line.
  pages.push('exercises/one-long-token/');
  for (const path of pages) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await reachingOut(page), `/${path}`).toEqual([]);
  }
});

test('with letters twice as large nothing is pushed out of a narrow window', async ({ page }) => {
  for (const path of ['', 'exercises/', 'start/', 'learn/indexing/equality/']) {
    await page.goto(path);
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await expect(page.getByRole('button', { name: 'Menu' }), path).toBeInViewport({ ratio: 1 });
    const buttons = page.getByRole('main').locator('.pw-button:visible');
    const cut = await buttons.evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.textContent),
    );
    expect(cut, path).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  const theme = page.getByRole('button', { name: /theme$/ });
  await expect(theme, 'nor out of a wide one').toBeInViewport({ ratio: 1 });
  const run = page.locator('pw-sql').first().getByRole('button', { name: 'Run', exact: true });
  await run.scrollIntoViewIfNeeded();
  await expect(run).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.keyboard.press('ControlOrMeta+k');
  const field = await page.getByRole('searchbox').boundingBox();
  expect(field?.width, 'there is room to see what is searched for').toBeGreaterThan(180);
});

test('the reader’s own answer keeps its width when it is judged', async ({ page }) => {
  await page.goto('start/');
  const answers = page.locator('pw-predict').first().getByRole('listitem');
  const widthOf = async () => (await answers.first().locator('.text').boundingBox())?.width;
  const before = await widthOf();
  await answers.first().getByRole('radio').check();
  await page.getByRole('button', { name: 'Commit to this answer' }).first().click();
  await expect(answers.first().locator('.verdict')).not.toBeEmpty();
  expect(await widthOf()).toBe(before);
});

test('the foot of a short page is at the foot of the window', async ({ page }) => {
  await page.goto('no-such-page/');
  const foot = await page.getByRole('contentinfo').boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeCloseTo(740, 0);
});

test('only an iPhone or iPad is kept from enlarging the page at a field', async ({ page }) => {
  const limit = async () => {
    await page.goto('exercises/');
    return page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="viewport"]')?.content);
  };
  expect(await limit()).not.toContain('maximum-scale');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
    Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 });
  });
  expect(await limit()).toContain('maximum-scale=1');
});

test('on a narrow phone with little memory a workbench neither scrolls sideways nor keeps a second database', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { value: 2 }));
  const bench = await openExercise(page, 'one-customers-orders');
  const expectCalm = async (after: string) => {
    expect(await reachingOut(page), after).toEqual([]);
    await page.waitForTimeout(SPARE_WOULD_BE_THERE_MS);
    await expect.poll(() => databaseWorkers(page).length, after).toBe(1);
  };
  await bench.put(
    'create index on orders (id) where customer_id = 42; select * from orders where customer_id = 42;',
  );
  await bench.press('Run');
  await bench.idle();
  await expect(bench.results).toContainText('22 rows');
  await expectCalm('after Run');
  await bench.put('create index on orders (id) where customer_id = 42;');
  await check(bench);
  await expect(bench.plan).toContainText('Seq Scan');
  await expect(bench.checks.getByRole('status'), 'the verdict is seen without scrolling').toBeInViewport();
  await expectCalm('after Check');
});

test('where memory is little, no second database is begun while the reader only writes', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { value: 2 }));
  const begun: string[] = [];
  page.on('worker', (worker) => {
    if (/browser-worker/.test(worker.url())) begun.push(worker.url());
  });
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.editor.getByRole('textbox').first().focus();
  await page.waitForTimeout(START_WOULD_BE_OBSERVED_MS);
  expect(begun).toHaveLength(1);
});
