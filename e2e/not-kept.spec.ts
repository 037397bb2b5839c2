import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { openPlayground } from './open-playground.ts';
import { test } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';
const MINE = '-- an hour of work';

const WAYS = {
  'keeps nothing': () =>
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  'has no room': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

/** What a button hands over. */
async function download(page: Page, name: string): Promise<{ readonly file: string; readonly text: string }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const saved = await started;
  return { file: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') };
}

/** Closes the page as a reader does, who stays when the browser asks. */
async function isAskedOnClosing(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
}

/** Goes elsewhere and fails where the browser asks. */
async function leavesUnasked(page: Page): Promise<void> {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await page.goto('about:blank');
  expect(asked).toEqual([]);
}

for (const [what, take] of Object.entries(WAYS)) {
  test(`a browser that ${what} hands over an exercise’s text where it stands`, async ({ page }) => {
    await page.addInitScript(take);
    const bench = await openExercise(page, EXERCISE);
    await bench.put(MINE);
    await expect(page.getByText('lasts until you leave this page')).toBeVisible();
    await bench.put(`${MINE}, and a minute`);
    await isAskedOnClosing(page);
    const { file, text } = await download(page, 'Export to a file');
    expect(file).toMatch(/^planwright-\d{4}-\d\d-\d\d\.json$/);
    expect(text).toContain(`${MINE}, and a minute`);
    await leavesUnasked(page);
    await test.step('which the progress page imports, and makes an answers file of', async () => {
      await page.goto('progress/');
      const buffer = Buffer.from(text);
      await page.getByLabel('Progress file').setInputFiles({ name: file, mimeType: 'text/plain', buffer });
      await expect(page.getByRole('status').filter({ hasText: 'Added the file' })).toBeVisible();
      expect((await download(page, 'Export answers')).text).toContain(`${MINE}, and a minute`);
    });
  });

  test(`a browser that ${what} hands over the playground’s text where it stands`, async ({ page }) => {
    await page.addInitScript(take);
    const play = await openPlayground(page, 'saas');
    await play.put(MINE);
    await expect(
      page
        .getByText('your text lasts until you leave this page')
        .or(page.getByText('it lasts until you leave this page')),
    ).toBeVisible();
    await isAskedOnClosing(page);
    expect(await download(page, 'Save as file')).toEqual({ file: 'planwright-saas-text.sql', text: MINE });
    await leavesUnasked(page);
  });
}

test('a browser that keeps nothing hands over what was marked in a lesson', async ({ page }) => {
  await page.addInitScript(WAYS['keeps nothing']);
  await page.goto('learn/foundations/reading-a-plan/');
  const notice = page.getByText('lasts until you leave this page');
  await expect(notice).toBeHidden();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(notice).toBeVisible();
  const { text } = await download(page, 'Export to a file');
  expect(JSON.parse(text)).toMatchObject({ lessons: { 'foundations/reading-a-plan': { read: true } } });
});

test('a text that is too long for a link is saved as a file', async ({ page }) => {
  const play = await openPlayground(page);
  const long = `-- ${Array.from({ length: 60_000 }, (_, at) => ((at * 7919) % 46_656).toString(36)).join('')}`;
  await play.put(long);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('too long for a link')).toBeVisible();
  expect((await download(page, 'Save as file')).text).toBe(long);
});
