import { expect, type Page } from '@playwright/test';
import { test } from './warm-browser.ts';
import { check, openExercise } from './workbench.ts';

/** What a printer does to a page: its media, and the width of the paper. */
async function printed(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1043 });
}

test('an exercise on paper has the whole answer and its checks, and nothing that only works on a screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 760 });
  const bench = await openExercise(page, 'one-customers-orders');
  const long = Array.from({ length: 30 }, (_, line) => `-- line ${line + 1} of my thoughts`).join('\n');
  await bench.write(`${long}\ncreate index on orders (customer_id);`);
  await check(bench);
  const task = page.getByRole('region', { name: 'Task' });
  await expect(task).toContainText('Exercise passed');
  await printed(page);
  const answer = bench.editor.locator('.pw-editor-printed');
  await expect(answer).toBeVisible();
  for (const part of ['-- line 1 of', '-- line 30 of', 'create index on orders (customer_id);'])
    await expect(answer).toContainText(part);
  await expect(bench.editor.locator('.monaco-editor').first()).toBeHidden();
  // Paper is counted before a part of the page could move.
  await expect(task.getByText('Exercise passed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeHidden();
  await expect(page.getByText('The author’s answer')).toBeHidden();
  await expect(page.getByText('Nothing you type leaves it')).toBeHidden();
});

test('a lesson on paper has every form of a statement, and no way to other lessons', async ({ page }) => {
  await page.goto('learn/plans/joins/');
  await expect(page.getByRole('tab', { name: 'Drizzle' }).first()).toBeVisible();
  await printed(page);
  for (const part of ['prisma.customer.findMany', '.innerJoin(orders', 'select c.name, o.id, o.total'])
    await expect(page.locator('pw-orm').getByText(part).first()).toBeVisible();
  await expect(page.locator('pw-orm').getByText('Drizzle', { exact: true }).last()).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Previous and next' })).toBeHidden();
  await expect(page.getByText('text CC BY 4.0')).toBeVisible();
});
