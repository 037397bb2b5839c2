import { expect, type Page } from '@playwright/test';
import { firstVisit, test } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

/** What the browser gives to a screen reader. */
async function heard(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.map(({ ignored, name }) => (ignored ? '' : (name?.value ?? ''))).join('\n');
}

test('a prediction comes before what tells the answer, and the focus stays beside it', async ({ page }) => {
  await page.goto('learn/indexing/equality/');
  const veiled = page.locator('[data-veiled]');
  const before = await veiled.count();
  expect(before).toBeGreaterThan(0);
  const [told = ''] = ((await veiled.first().textContent()) ?? '').match(/[a-z][a-z ]{12,}[a-z]/) ?? [];
  expect(told).not.toBe('');
  expect(await heard(page), 'a screen reader is not told either').not.toContain(told);
  const box = page.locator('pw-predict').first();
  await box.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await box.getByRole('button', { name: 'Commit to this answer' }).press('Enter');
  await expect(box.locator('.result')).not.toBeEmpty();
  await expect(box.locator('.reply'), 'only the chosen one has its reply').toHaveCount(1);
  const reply = box.locator('li').first().locator('.reply');
  await expect(reply).toBeVisible();
  await expect(box.getByRole('status'), 'it is heard as well').toContainText(await reply.innerText());
  await expect(box.locator('summary')).toBeFocused();
  expect(await veiled.count()).toBeLessThan(before);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(veiled).toHaveCount(before);
  await box.getByRole('button', { name: 'Read on without an answer' }).click();
  expect(await veiled.count()).toBeLessThan(before);
  expect(await heard(page)).toContain(told);
  const next = page.locator('pw-predict:first-of-type ~ :not(script)').first();
  await expect(next, 'reading goes on behind the question').toBeFocused();
  await expect(box.getByRole('radio').first()).toBeEnabled();
  await test.step('a table that the covered paragraph leads to is covered with it, and the next paragraph is not', async () => {
    await page.goto('learn/operations/vacuum/');
    const table = page.locator('#predict-who-holds ~ table').first();
    await expect(table).toHaveAttribute('data-veiled');
    await expect(table.locator('+ p')).not.toHaveAttribute('data-veiled');
  });
});

test('the focus goes from a text that was replaced to the way back, and on', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.put('select 1;');
  await page.getByRole('button', { name: 'Starting text' }).press('Enter');
  const back = page.getByRole('button', { name: 'Back to my text' });
  await expect(back).toBeFocused();
  await back.press('Enter');
  await expect(page.getByRole('button', { name: 'Starting text' })).toBeFocused();
});

const DAY = 24 * 60 * 60 * 1000;

firstVisit('the focus follows a review from its question to the answer to the next', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-01-05T09:00:00Z') });
  await page.goto('learn/indexing/column-order/');
  const questions = page.locator('details.pw-recall');
  for (const at of [0, 1]) {
    await questions.nth(at).locator('summary').click();
    await questions.nth(at).getByRole('button', { name: 'Not yet' }).click();
    await expect(questions.nth(at).getByRole('status')).toContainText('It comes back');
  }
  await page.clock.setFixedTime(new Date(Date.parse('2026-01-05T09:00:00Z') + 2 * DAY));
  await page.goto('progress/');
  const review = page.getByRole('region', { name: 'Review' });
  const question = review.locator('.pw-review-question');
  await review.getByRole('button', { name: 'Begin' }).press('Enter');
  await expect(question).toBeFocused();
  await page.keyboard.press('Space');
  await expect(review.locator('.pw-review-answer')).toBeFocused();
  await review.getByRole('button', { name: /Knew it/ }).press('Enter');
  await expect(question).toBeFocused();
  await review.getByRole('button', { name: /Show the answer/ }).press('Enter');
  await page.keyboard.press('3');
  await expect(review.getByRole('heading')).toHaveText('Nothing is due for review');
  await expect(review.getByRole('heading')).toBeFocused();
  await review.getByRole('button', { name: 'Take the last answer back' }).press('Enter');
  await expect(question).toBeFocused();
});
