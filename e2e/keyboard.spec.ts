import { expect, test } from '@playwright/test';
import { openExercise } from './workbench.ts';

test('an exercise is solved with the keyboard alone', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.editor.getByRole('textbox').first().focus();
  await expect(
    bench.editor.locator('.monaco-editor textarea, .monaco-editor [role=textbox]').first(),
  ).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('create index on orders (customer_id);');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bench.results).toContainText('CREATE INDEX', { timeout: 60_000 });
  await bench.idle();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed', { timeout: 60_000 });
});

test('Tab leaves the editor', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.editor.getByRole('textbox').first().focus();
  await expect(
    bench.editor.locator('.monaco-editor textarea, .monaco-editor [role=textbox]').first(),
  ).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
});
