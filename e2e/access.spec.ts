import { expect } from '@playwright/test';
import { barriers } from './barriers.ts';
import { test } from './warm-browser.ts';
import { check, openExercise } from './workbench.ts';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

for (const path of ['', 'exercises/', 'playground/', 'progress/', 'interview/', 'teach/', 'no-such-page/']) {
  test(`nothing keeps people out of /${path}`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
}

test('nothing keeps people out of a lesson, before and after its blocks have run', async ({ page }) => {
  await page.goto('learn/indexing/equality/');
  expect(await barriers(page)).toEqual([]);
  await test.step('Escape closes a term’s explanation, which opens again at the next visit', async () => {
    const term = page.locator('pw-term dfn').first();
    const explanation = page.getByRole('tooltip').first();
    for (const visit of ['first', 'second']) {
      await term.hover();
      await expect(explanation, visit).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(explanation).toBeHidden();
      await page.mouse.move(0, 0);
    }
  });
  const block = page.locator('pw-sql#before');
  await block.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(block.getByRole('region', { name: 'Plan' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Commit to this answer' }).first().click();
  await page.locator('.pw-recall summary').first().click();
  expect(await barriers(page)).toEqual([]);
});

test('nothing keeps people out of an exercise that was run and checked', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.write('create index on orders (customer_id);');
  await bench.press('Run');
  await bench.idle();
  await check(bench);
  await page.getByRole('tab', { name: 'Plan' }).click();
  await expect(bench.plan).toBeVisible();
  await expect(bench.checks.getByRole('status')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  const headings = await page.locator('h1, h2, h3').allTextContents();
  expect(headings[headings.findIndex((text) => text.startsWith('Before')) - 1]).toBe('Output');
  await bench.checks.getByText('The author’s answer').click();
  await expect(bench.checks.locator('pre.pw-sql')).toBeVisible();
  await page.getByRole('tab', { name: 'Schema' }).click();
  await expect(page.getByRole('list', { name: 'Columns of orders' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('nothing keeps people out of the search and of the menu', async ({ page }) => {
  await page.goto('learn/indexing/equality/');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('searchbox').fill('index');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await test.step('in colours of the reader’s own, the words found stand on a ground that is whole', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    const found = page.getByRole('dialog').locator('mark').first();
    await expect(found).toHaveCSS('background-color', /^rgb\(/);
    await page.emulateMedia({ forcedColors: 'none' });
  });
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 740 });
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.click();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
  await expect(menu.locator('.cross'), 'it says that it closes').toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await test.step('the keyboard does not go on to what it covers', async () => {
    await page.locator('#starlight__sidebar summary').last().focus();
    await page.keyboard.press('Tab');
    await expect(page.locator('.main-frame :focus')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await menu.focus();
    await page.keyboard.press('Tab');
    await expect(page.locator('.main-frame :focus')).toHaveCount(1);
  });
});

test('the menu closes where a link of it stays on the page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('');
  await page.getByRole('button', { name: 'Menu' }).click();
  const sections = page.getByRole('navigation', { name: 'Menu' });
  await sections.getByRole('link', { name: 'Learn' }).click();
  await expect(sections).toBeHidden();
  await expect(page.getByRole('heading', { name: 'The course' })).toBeInViewport();
});
