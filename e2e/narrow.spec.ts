import { expect, type Page } from '@playwright/test';
import { test } from './warm-browser.ts';
import { check, databaseWorkers, openExercise } from './workbench.ts';

/** Longer than the page waits before it opens a spare database. */
const SPARE_WOULD_BE_THERE_MS = 1_000;

test.beforeEach(({ page }) => page.setViewportSize({ width: 360, height: 740 }));

/** The outermost elements that make a page scroll sideways, with the edges they reach; empty where it does not. */
async function reachingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const edgeOf = (element: Element) => Math.ceil(element.getBoundingClientRect().right + scrollX);
    const out = (element: Element | null) => element !== null && edgeOf(element) > innerWidth;
    const causes = [...document.body.querySelectorAll('*')].filter(
      (element) => out(element) && !out(element.parentElement),
    );
    const found = causes.map((element) => `${element.outerHTML.slice(0, 120)} reaches ${edgeOf(element)}`);
    return [`the page is ${scrollWidth} wide in a window of ${innerWidth}`, ...found];
  });
}

test('no page scrolls sideways on a narrow phone', async ({ page }) => {
  const pages = ['', 'learn/indexing/equality/', 'exercises/', 'playground/', 'progress/', 'interview/'];
  for (const path of pages) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await reachingOut(page), `/${path}`).toEqual([]);
  }
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
  await expectCalm('after Check');
});
