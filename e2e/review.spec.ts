import { expect } from '@playwright/test';
import { firstVisit as test } from './warm-browser.ts';

// A clock of its own holds for a whole browser context.

const LESSON = 'learn/indexing/column-order/';
const DAY = 24 * 60 * 60 * 1000;

test('a question that was marked in a lesson comes back after days, and its grade can be taken back', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-01-05T09:00:00Z') });
  await page.goto(LESSON);
  const question = page
    .locator('details.pw-recall')
    .filter({ hasText: 'Why does LIMIT 20 not make a sort cheap?' });
  await question.locator('summary').click();
  await question.getByRole('button', { name: 'Not yet' }).click();
  await expect(question.getByRole('status')).toContainText(/comes back tomorrow/);
  await page.goto('progress/');
  const review = page.getByRole('region', { name: 'Review' });
  await expect(review.getByRole('heading')).toHaveText('Nothing is due for review');
  await expect(review).toContainText('1 more within a day');

  await page.clock.setFixedTime(new Date(Date.parse('2026-01-05T09:00:00Z') + 2 * DAY));
  await page.reload();
  await expect(review.getByRole('heading')).toHaveText('1 due for review');
  await review.getByRole('button', { name: 'Begin' }).click();
  await expect(review).toContainText('Why does LIMIT 20 not make a sort cheap?');
  await expect(review).not.toContainText('already lets the scan stop');
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('Space');
  await expect(review).toContainText('already lets the scan stop after twenty');
  await page.keyboard.press('3');
  await expect(review.getByRole('heading')).toHaveText('Nothing is due for review');
  await review.getByRole('button', { name: 'Take the last answer back' }).click();
  await expect(review.getByRole('heading')).toHaveText('1 due for review');
});

const CARD = {
  ...{ due: 1, state: 2, stability: 3, difficulty: 5, reps: 1, lapses: 0 },
  ...{ elapsed_days: 0, scheduled_days: 3, learning_steps: 0, last_review: 0 },
};

test('further exercises that are due are a list that looks like the page’s others', async ({ page }) => {
  const ids = ['one-customers-orders', 'orders-of-a-day', 'too-many-indexes'];
  const cards = Object.fromEntries(ids.map((id) => [`exercise:${id}`, CARD]));
  const progress = { format: 1, exercises: {}, lessons: {}, predictions: {}, cards };
  await page.addInitScript(
    (text) => localStorage.setItem('planwright.progress', text),
    JSON.stringify(progress),
  );
  await page.goto('progress/');
  await page.getByRole('region', { name: 'Review' }).getByRole('button', { name: 'Begin' }).click();
  const looks = (list: string) =>
    page
      .getByRole('list', { name: list })
      .first()
      .locator('a')
      .first()
      .evaluate((link) => {
        const { color, textDecorationLine } = getComputedStyle(link);
        return [color, textDecorationLine, getComputedStyle(link.parentElement ?? link).listStyleType];
      });
  await page.mouse.move(0, 0);
  await expect(page.getByRole('list', { name: 'Also due' }).getByRole('listitem')).toHaveCount(2);
  await expect.poll(() => looks('Also due')).toEqual(await looks('Exercises'));
});

test('a question that is gone from its lesson can be left out', async ({ page }) => {
  const progress = {
    format: 1,
    exercises: {},
    lessons: {},
    predictions: {},
    cards: { 'recall:indexing/column-order#recall-of-yore': CARD },
  };
  await page.addInitScript((text) => {
    if (!localStorage.getItem('planwright.progress')) localStorage.setItem('planwright.progress', text);
  }, JSON.stringify(progress));
  await page.goto('progress/');
  const review = page.getByRole('region', { name: 'Review' });
  await review.getByRole('button', { name: 'Begin' }).click();
  await expect(review).toContainText('no longer asks this question');
  await review.getByRole('button', { name: 'Leave it out' }).click();
  await expect(review.getByRole('heading')).toHaveText('Nothing is due for review');
});
