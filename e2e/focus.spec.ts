import { expect } from '@playwright/test';
import { firstVisit, test } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

test('the focus stays beside a prediction that was committed to', async ({ page }) => {
  await page.goto('learn/indexing/equality/');
  const box = page.locator('pw-predict').first();
  await box.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await box.getByRole('button', { name: 'Commit to this answer' }).press('Enter');
  await expect(box.locator('.result')).not.toBeEmpty();
  await expect(box.locator('summary')).toBeFocused();
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
