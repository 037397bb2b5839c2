import { expect, type Locator } from '@playwright/test';
import { test } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

const NO_COLOUR = 'rgba(0, 0, 0, 0)';

/** How far a row of tabs fades at its two sides, in pixels. */
async function fades(row: Locator): Promise<readonly [start: number, end: number]> {
  return row.evaluate((element) => {
    const style = getComputedStyle(element);
    const of = (side: string) => Number.parseFloat(style.getPropertyValue(`--pw-fade-${side}`));
    return [of('start'), of('end')] as const;
  });
}

test('a row of tabs that scrolls fades where there are more of them', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openExercise(page, 'one-customers-orders');
  const row = page.getByRole('tablist', { name: 'What to show' });
  await expect.poll(() => fades(row)).toEqual([0, 48]);
  await row.getByRole('tab', { name: 'Results' }).focus();
  await page.keyboard.press('End');
  await expect(row.getByRole('tab', { name: 'Runs' })).toBeInViewport({ ratio: 0.95 });
  await expect.poll(() => fades(row)).toEqual([48, 0]);
});

test('a row of tabs that has room for all of them does not fade', async ({ page }) => {
  await openExercise(page, 'one-customers-orders');
  const row = page.getByRole('tablist', { name: 'What to show' });
  expect(await fades(row)).toEqual([0, 0]);
});

test('the forms of one query in a lesson are walked with the keys of any row of tabs', async ({ page }) => {
  await page.goto('learn/plans/joins/');
  const tabs = page.getByRole('tablist', { name: 'The same in' }).first().getByRole('tab');
  await tabs.first().focus();
  for (const [key, to] of [
    ['End', tabs.last()],
    ['ArrowRight', tabs.first()],
    ['ArrowLeft', tabs.last()],
    ['Home', tabs.first()],
  ] as const) {
    await page.keyboard.press(key);
    await expect(to).toBeFocused();
    await expect(to).toHaveAttribute('aria-selected', 'true');
  }
});

test('where the reader’s own colours hold, the tab that is shown differs from the others, and so does the page', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openExercise(page, 'one-customers-orders');
  const underline = (of: Locator) => of.evaluate((element) => getComputedStyle(element).borderBottomColor);
  const tabs = page.getByRole('tablist', { name: 'What to show' });
  const shown = await underline(tabs.getByRole('tab', { name: 'Results' }));
  // One that is not shown has none of its own, so the line that the row stands on goes on below it.
  expect(shown).not.toBe(NO_COLOUR);
  expect(await underline(tabs.getByRole('tab', { name: 'Pages' }))).toBe(NO_COLOUR);
  const sections = page.getByRole('navigation', { name: 'Sections' });
  const here = await underline(sections.getByRole('link', { name: 'Exercises' }));
  expect(await underline(sections.getByRole('link', { name: 'Interview' }))).not.toBe(here);
  const ground = (of: Locator) => of.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ground(page.getByRole('separator', { name: 'Height of the editor' }))).not.toBe(
    await ground(page.locator('body')),
  );
  await page.goto('learn/plans/joins/');
  const forms = page.getByRole('tablist', { name: 'The same in' }).first().getByRole('tab');
  expect(await underline(forms.first())).not.toBe(NO_COLOUR);
  expect(await underline(forms.last())).toBe(NO_COLOUR);
});
