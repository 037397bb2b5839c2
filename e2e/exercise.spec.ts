import { expect } from '@playwright/test';
import { firstVisit, test } from './warm-browser.ts';
import { check, openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';

firstVisit('a learner solves the classic exercise with an index', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await expect(page.getByRole('region', { name: 'Task' })).toContainText('customer');
  await bench.write('create index on orders (customer_id);');
  await bench.press('Run');
  await bench.idle();
  await page.getByRole('tab', { name: 'Plan' }).click();
  await expect(bench.plan).toContainText('Seq Scan');
  await expect(bench.plan).toContainText(/Index Scan|Bitmap Heap Scan/);
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed');
  for (const item of await bench.checks.getByRole('listitem').all())
    await expect(item).toContainText('passed');
  await page.goto('exercises/');
  await expect(page.locator(`[data-exercise="${EXERCISE}"]`)).toContainText(/passed|done/i);
});

test('doing nothing does not pass', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.write('select 1');
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Not yet');
});

test('an index for the shown customer alone fails on hidden ones', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.write('create index on orders (id) where customer_id = 42;');
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Not yet');
  await expect(bench.checks.getByRole('listitem').filter({ hasText: 'failed' }).first()).toBeVisible();
});

test('turning sequential scans off is no answer, and the reason is said', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.write('set enable_seqscan = off; create index on orders (customer_id);');
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Not yet');
  await expect(bench.checks).toContainText(/setting/i);
});

test('what was tried in the lab neither helps nor hurts the check', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.write('drop table order_items; drop table orders;');
  await bench.press('Run');
  await bench.idle();
  await bench.write('create index on orders (customer_id);');
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed');
});

test('a rewrite is solved with a query', async ({ page }) => {
  const bench = await openExercise(page, 'next-page');
  await expect(bench.editor).toBeVisible();
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Not yet');
});
