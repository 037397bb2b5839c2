import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { check, openExercise } from './workbench.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What keeps people out, in each theme: the rule, where and why; empty is good. */
async function barriers(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      for (const { target, any } of nodes)
        found.push(`${theme}: ${id} at ${target.join(' ')}: ${any[0]?.message ?? 'see the rule'}`);
    }
  }
  return found;
}

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
  const block = page.locator('pw-sql#before');
  await block.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(block.getByRole('region', { name: 'Plan' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Commit to this answer' }).first().click();
  await page.locator('.pw-recall summary').first().click();
  expect(await barriers(page)).toEqual([]);
});

test('nothing keeps people out of an exercise, before and after a check', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.write('create index on orders (customer_id);');
  await bench.press('Run');
  await bench.idle();
  expect(await barriers(page)).toEqual([]);
  await check(bench);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Plan' }).click();
  expect(await barriers(page)).toEqual([]);
});

test('nothing keeps people out of the search and of the menu', async ({ page }) => {
  await page.goto('learn/indexing/equality/');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('searchbox').fill('index');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});
