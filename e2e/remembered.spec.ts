import { expect, type Page } from '@playwright/test';
import { test } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';
const PASSED = 'create index on orders (customer_id);';

/** Begins the visit with what the browser kept from an earlier one. */
async function keep(page: Page, progress: object): Promise<void> {
  const kept = { format: 1, exercises: {}, lessons: {}, predictions: {}, cards: {}, ...progress };
  await page.addInitScript((text) => {
    if (localStorage.getItem('planwright.progress') === null)
      localStorage.setItem('planwright.progress', text);
  }, JSON.stringify(kept));
}

test('the starting text comes back, and so does what stood in its place', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.write('create index mine on orders (id);');
  await page.getByRole('button', { name: 'Starting text' }).click();
  expect(await bench.text()).not.toContain('mine');
  await page.getByRole('button', { name: 'Back to my text' }).click();
  expect(await bench.text()).toContain('create index mine on orders (id);');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Starting text' })).toBeVisible();
  expect(await bench.text()).toContain('mine');
});

test('an exercise that was passed says when, and shows the text that passed', async ({ page }) => {
  const passedAt = Date.UTC(2026, 0, 15, 12);
  await keep(page, {
    exercises: {
      [EXERCISE]: {
        state: 'passed',
        tries: 2,
        passedAt,
        draft: 'select 1;',
        answer: PASSED,
        answerAt: passedAt,
      },
    },
  });
  const bench = await openExercise(page, EXERCISE);
  await expect(bench.checks).toContainText('You passed this on Jan 15, 2026.');
  await bench.checks.getByRole('button', { name: 'Show the text that passed' }).click();
  expect(await bench.text()).toContain(PASSED);
  await expect(bench.checks.getByRole('button', { name: 'Show the text that passed' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to my text' }).click();
  expect(await bench.text()).toContain('select 1;');
});

test('the home page leads back to where the reader was', async ({ page }) => {
  await page.goto('');
  await expect(page.getByText('Here is the first exercise.')).toBeVisible();
  await expect(page.getByText('Go on where you were')).toBeHidden();
  await keep(page, { lessons: { 'foundations/pages-and-tuples': { read: true, at: 1 } } });
  await page.reload();
  const line = page.getByText('Go on where you were');
  await expect(line).toBeVisible();
  const second = page.getByRole('list', { name: 'Lessons: Foundations' }).getByRole('link').nth(1);
  const title = (await second.textContent())?.trim() ?? '';
  await line.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});
