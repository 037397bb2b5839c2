import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './warm-browser.ts';

const EXERCISE = 'one-customers-orders';
const PASSED = { state: 'passed', tries: 2, passedAt: 1, answer: 'create index on orders (customer_id);' };
/** What another browser has exported. */
const FILE = JSON.stringify({
  format: 1,
  exercises: { [EXERCISE]: PASSED },
  lessons: { 'foundations/pages-and-tuples': { read: true, at: 1 } },
  predictions: {},
});

/** By the keyboard: the field itself is hidden, so its button has to open it. */
async function importFile(page: Page, text: string): Promise<void> {
  const file = { name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a file' }).press('Enter');
  await (await chooser).setFiles(file);
}

async function expectPassed(page: Page, passed: boolean): Promise<void> {
  await page.goto('exercises/');
  const exercise = page.locator(`[data-exercise="${EXERCISE}"]`);
  if (passed) await expect(exercise).toContainText(/passed|done/i);
  else await expect(exercise).not.toContainText(/passed|done/i);
  await page.goto('progress/');
}

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('planwright.progress'));

test('progress is imported, exported, forgotten only when that is confirmed, and brought back', async ({
  page,
}) => {
  const status = page.getByRole('status').filter({ hasText: /file|forgotten/i });
  let exported = '';
  await test.step('it says which browser deletes it, and how to keep it', async () => {
    await page.goto('progress/');
    await expect(page.getByText(/Safari deletes your progress .* An exported file keeps it/)).toBeVisible();
  });
  await test.step('what another browser exported is taken in', async () => {
    await expectPassed(page, false);
    await importFile(page, FILE);
    await expect(status).toHaveText('Added the file: 1 more exercise passed, 1 in all.');
    await expectPassed(page, true);
  });
  await test.step('lessons and exercises stand apart, and the ways to carry them below', async () => {
    const exercises = page.getByRole('list', { name: 'Exercises' });
    await expect(exercises.getByRole('listitem').filter({ hasText: 'One customer' })).toContainText('passed');
    await expect(page.getByRole('list', { name: 'Lessons' }).first()).not.toContainText('One customer');
    await expect(page.getByRole('heading', { level: 2 }).last()).toHaveText(
      'Take it with you, or hand it in',
    );
  });
  await test.step('the export is a file with a day in its name', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export to a file' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^planwright-\d{4}-\d\d-\d\d\.json$/);
    exported = await readFile(await file.path(), 'utf8');
    expect(JSON.parse(exported)).toMatchObject(JSON.parse(FILE));
  });
  await test.step('a wrong file is refused, with what is wrong, and changes nothing', async () => {
    const before = await kept(page);
    const wrong = [
      ['select 1;', 'it is not JSON'],
      ['{"format": 1, "exercises": []}', 'exercises is not as expected'],
      ['{"format": 2}', 'written by a newer version'],
      [FILE.replace('"passedAt":1', '"passedAt":1e300'), 'passedAt is not as expected'],
    ] as const;
    for (const [text, why] of wrong) {
      await importFile(page, text);
      await expect(status).toContainText(why);
      expect(await kept(page), why).toBe(before);
    }
  });
  await test.step('forgetting asks first, and a no is a no', async () => {
    const before = await kept(page);
    page.once('dialog', (dialog) => dialog.dismiss());
    await page.getByRole('button', { name: 'Forget everything' }).click();
    expect(await kept(page)).toBe(before);
    page.once('dialog', (dialog) => {
      expect(dialog.message()).toContain('Export first');
      return dialog.accept();
    });
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await expect(status).toHaveText('Everything is forgotten.');
    expect(await kept(page)).toBeNull();
    await expectPassed(page, false);
  });
  await test.step('the exported file brings it back', async () => {
    await importFile(page, exported);
    await expect(status).toContainText('1 in all');
    await expectPassed(page, true);
  });
});

test('a text that is too long to hand in is named, and the others are handed in', async ({ page }) => {
  await page.goto('progress/');
  const long = { state: 'tried', tries: 1, draft: `-- ${'x'.repeat(100_000)}`, draftAt: 1 };
  const exercises = { [EXERCISE]: PASSED, 'sign-in-by-email': long };
  await importFile(page, JSON.stringify({ format: 1, exercises, lessons: {}, predictions: {} }));
  await expect(page.getByText('your SQL for 1 exercise,')).toBeVisible();
  await expect(
    page.getByText(/^Left out, as too long for that file: Sign in by e-mail address\.$/),
  ).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export answers' }).click();
  const answers: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(answers).toMatchObject({ answers: [{ exercise: EXERCISE, sql: PASSED.answer }] });
});
