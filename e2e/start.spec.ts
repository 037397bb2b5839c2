import { expect, type Page } from '@playwright/test';
import { test } from './warm-browser.ts';

const TEXTS = [
  'All of them: those returned and those removed',
  '500: one for each of its 500 loops',
  'The index knows the time only',
  'Rows whose page is not known to be visible',
  'Its estimate of the rows of customers',
  'The rows did not fit into work_mem',
  'The condition is about what date_trunc makes',
];

async function answer(page: Page, at: number, text: string): Promise<void> {
  const question = page.getByRole('listitem').filter({ hasText: `Question ${at + 1} of ${TEXTS.length}` });
  await question.getByRole('radio', { name: text }).check();
  await question.getByRole('button', { name: 'Commit to this answer' }).click();
  await expect(question.getByText('The answer')).toBeVisible();
}

test('the placement suggests the lesson of the first question that was missed, and remembers it', async ({
  page,
}) => {
  await test.step('a phone has a way there, above the first exercise', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('');
    await page.getByRole('link', { name: 'find where to begin' }).first().click();
    await expect(page).toHaveURL(/\/start\/$/);
  });
  for (const [at, text] of TEXTS.entries()) {
    await answer(page, at, at === 3 ? 'Pages that were not in memory' : text);
  }
  await expect(page.locator('.reply')).toContainText('Those stand under Buffers as read');
  const where = page.getByRole('status').filter({ hasText: 'begin with' });
  await expect(where).toContainText('6 of 7 right');
  await expect(where.getByRole('link', { name: 'Covering indexes' })).toHaveAttribute(
    'href',
    '/learn/indexing/covering/',
  );
  await page.reload();
  await expect(where).toContainText('6 of 7 right');
  await where.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('who misses none is sent to the hard exercises', async ({ page }) => {
  await page.goto('start/');
  for (const [at, text] of TEXTS.entries()) await answer(page, at, text);
  await expect(page.getByText(/You read plans well/)).toBeVisible();
});
