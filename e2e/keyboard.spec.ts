import { expect, type Page } from '@playwright/test';
import { firstVisit, test } from './warm-browser.ts';
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

test('a command that was pressed with the keyboard keeps the focus while it runs and after it', async ({
  page,
}) => {
  const bench = await openExercise(page, 'one-customers-orders');
  for (const name of ['Run', 'Check']) {
    const button = page.getByRole('button', { name, exact: true });
    await button.press('Enter');
    await expect(button).toBeDisabled();
    await expect(button).toBeFocused();
    await bench.idle();
    await expect(button).toBeFocused();
  }
});

test('Tab leaves the editor, and what was typed a moment ago is what runs', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await test.step('a click on the text begins to edit it, there and while the editor is still loading', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route('**/_astro/monaco.*.js', async (route) => {
      await promise;
      await route.continue();
    });
    const line = await bench.editor.locator('.pw-editor-line').first().boundingBox();
    if (!line) throw new Error('the start text has a first line');
    await page.mouse.click(line.x + line.width - 4, line.y + 8);
    await page.keyboard.type(' one');
    resolve();
    await expect(bench.editor.locator('.monaco-editor').first()).toBeVisible();
    await expect(bench.editor.locator('.pw-editor-plain')).toHaveCount(0);
    await page.keyboard.type(' two');
    await expect.poll(() => bench.text()).toContain('one two');
  });
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

/** What the buttons with shortcuts of a page show, and what they tell assistive technology. */
async function shortcuts(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(path);
  const run = page.getByRole('button', { name: 'Run', exact: true }).first();
  await expect(run).toBeEnabled();
  const told = page.getByRole('main').locator('button[aria-keyshortcuts]:visible');
  const all = await told.evaluateAll((buttons) =>
    buttons.map(
      (button) => `${(button as HTMLElement).innerText} ${button.getAttribute('aria-keyshortcuts')}`,
    ),
  );
  return [...new Set(all.map((text) => text.replaceAll(/\s+/g, ' ')))];
}

const BENCH = 'exercises/one-customers-orders/';
const LESSON = 'learn/indexing/equality/';

/** Whichever machine the tests run on. */
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36';

firstVisit.describe('on Linux', () => {
  firstVisit.use({ userAgent: LINUX });

  firstVisit('buttons show their shortcuts, and tell assistive technology', async ({ page }) => {
    const run = 'Run Ctrl ↵ Control+Enter';
    expect(await shortcuts(page, BENCH)).toEqual(['Check Ctrl ⇧ ↵ Control+Shift+Enter', run]);
    expect(await shortcuts(page, 'playground/')).toEqual([run]);
    expect(await shortcuts(page, LESSON)).toEqual([run]);
  });
});

firstVisit.describe('on a Mac', () => {
  firstVisit.use({ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36' });

  firstVisit('shortcuts are those of a Mac', async ({ page }) => {
    const run = 'Run ⌘ ↵ Meta+Enter';
    expect(await shortcuts(page, BENCH)).toEqual(['Check ⌘ ⇧ ↵ Meta+Shift+Enter', run]);
    expect(await shortcuts(page, LESSON)).toEqual([run]);
  });
});

firstVisit.describe('with fingers alone', () => {
  firstVisit.use({
    userAgent: LINUX,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 1180, height: 820 },
  });

  firstVisit('no shortcut is shown', async ({ page }) => {
    expect(await shortcuts(page, BENCH)).toEqual(['Check Control+Shift+Enter', 'Run Control+Enter']);
    expect(await shortcuts(page, LESSON)).toEqual(['Run Control+Enter']);
  });
});

test('the panes fill the window, are resized by keyboard, and keep their size', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openExercise(page, 'one-customers-orders');
  const desk = await page.locator('.pw-bench').boundingBox();
  const foot = (desk?.y ?? 0) + (desk?.height ?? 0);
  expect(foot, 'the workbench reaches to the end of the window').toBeGreaterThan(900 - 40);
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

test('the editor is resized by mouse, also some pixels beside the line', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openExercise(page, 'one-customers-orders');
  const editor = page.getByRole('region', { name: 'Editor' });
  const box = await editor.boundingBox();
  if (!box) throw new Error('there is no editor');
  for (const [beside, taller] of [
    [-3, 40],
    [4, 80],
  ] as const) {
    const line = box.y + box.height + taller - 40 + beside;
    await page.mouse.move(800, line);
    await page.mouse.down();
    await page.mouse.move(800, line + 40, { steps: 3 });
    await page.mouse.up();
    await expect.poll(async () => (await editor.boundingBox())?.height).toBeCloseTo(box.height + taller, 0);
  }
});
