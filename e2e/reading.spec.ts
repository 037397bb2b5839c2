import { expect, test } from '@playwright/test';
import { openExercise } from './workbench.ts';

const LESSON = 'learn/foundations/reading-a-plan/';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson reads whole', async ({ page }) => {
    await page.goto(LESSON);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('pw-sql pre').first()).toContainText('select');
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0);
  });

  test('an exercise shows its task, its goals and its starting text', async ({ page }) => {
    await page.goto('exercises/one-customers-orders/');
    await expect(page.getByRole('region', { name: 'Task' })).toContainText('customer');
    await expect(page.getByText('through an index').first()).toBeVisible();
  });
});

test('a lesson’s block runs on the real engine', async ({ page }) => {
  await page.goto(LESSON);
  const block = page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: 'Run', exact: true }) })
    .first();
  await block.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(block).toContainText(/\d ms/, { timeout: 60_000 });
});

test('the main pages answer, without errors in the console', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  for (const path of ['', 'exercises/', 'playground/', 'interview/', 'progress/', 'teach/', LESSON]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
  expect(errors).toEqual([]);
});

test('no page asks anybody else for anything', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:') && !url.startsWith('blob:'))
      foreign.push(url);
  });
  await page.goto(LESSON);
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.write('select 42 as answer;');
  await bench.press('Run');
  await expect(bench.results).toContainText('answer', { timeout: 60_000 });
  expect(foreign).toEqual([]);
});
