import { expect } from '@playwright/test';
import { playOf } from './open-playground.ts';
import { test } from './warm-browser.ts';

test('a lesson’s block opens in the playground with its text as it is now, and what it needs', async ({
  page,
}) => {
  await page.goto('learn/foundations/reading-a-plan/');
  const block = page.getByRole('group', { name: 'What PostgreSQL means to do' });
  await block.getByRole('textbox').fill('select 7 as seven');
  await block.getByRole('link', { name: 'Open in the playground' }).click();
  await expect(page).toHaveURL(/playground\/\?dataset=shop#sql=1\./);
  const play = await playOf(page);
  await expect.poll(() => play.text()).toBe('select 7 as seven');
  await expect(page.getByLabel('Dataset')).toHaveValue('shop');
});

test('the answer of an exercise opens in the playground', async ({ page }) => {
  await page.goto('exercises/one-customers-orders/');
  await page.getByRole('textbox', { name: 'SQL, your answer' }).fill('-- half an idea');
  await page.getByRole('link', { name: 'Open in the playground' }).click();
  await expect(page).toHaveURL(/\/playground\//);
  const play = await playOf(page);
  await expect.poll(() => play.text()).toContain('-- half an idea');
});
