import { expect } from '@playwright/test';
import { test } from './warm-browser.ts';
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

test('Tab leaves the editor, and what was typed a moment ago is what runs', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await test.step('Tab leaves the editor', async () => {
    await bench.editor.getByRole('textbox').first().focus();
    await expect(
      bench.editor.locator('.monaco-editor textarea, .monaco-editor [role=textbox]').first(),
    ).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  });
  await test.step('what was typed a moment ago is what runs, however busy the page is', async () => {
    await bench.write('');
    const busy = page.evaluate(() => {
      const end = performance.now() + 500;
      while (performance.now() < end);
    });
    // Both wait for the page, and are handled one straight after the other.
    await Promise.all([
      busy,
      page.keyboard.insertText('select 40 + 2 as answer;'),
      page.keyboard.press('ControlOrMeta+Enter'),
    ]);
    await expect(bench.results).toContainText('42', { timeout: 60_000 });
  });
});

test('the panes are resized by keyboard, and keep their size', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openExercise(page, 'one-customers-orders');
  const width = page.getByRole('separator', { name: 'Width of the task' });
  const task = page.getByRole('region', { name: 'Task' });
  const before = Number(await width.getAttribute('aria-valuenow'));
  await width.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(width).toHaveAttribute('aria-valuenow', String(before + 32));
  const height = page.getByRole('separator', { name: 'Height of the editor' });
  const editor = page.getByRole('region', { name: 'Editor' });
  const tall = (await editor.boundingBox())?.height ?? 0;
  await height.focus();
  await page.keyboard.press('ArrowDown');
  expect((await editor.boundingBox())?.height).toBe(tall + 16);
  await page.reload();
  await expect.poll(async () => (await task.boundingBox())?.width).toBe(before + 32);
  await expect.poll(async () => (await editor.boundingBox())?.height).toBe(tall + 16);
  await height.focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await editor.boundingBox())?.height).toBe(tall);
});
