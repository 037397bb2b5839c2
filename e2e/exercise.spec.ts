import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { firstVisit, test } from './warm-browser.ts';
import { benchOf, check, openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';

/** A file of an exercise's folder. */
function courseFile(exercise: string, path: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'exercises', exercise, path), 'utf8');
}

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

test('what is no answer does not pass', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  const fails = async (sql: string) => {
    await bench.put(sql);
    await check(bench);
    await expect(bench.checks.getByRole('status')).toHaveText('Not yet');
  };
  await test.step('doing nothing', () => fails('select 1'));
  await test.step('an empty script, which is nothing when it is run', async () => {
    await bench.put('-- nothing yet');
    await bench.press('Run');
    await bench.idle();
    await fails('-- nothing yet');
  });
  await test.step('an index for the shown customer alone, which fails on hidden ones', async () => {
    await fails(courseFile(EXERCISE, 'wrong/only-the-shown-one.sql'));
    await expect(bench.checks.getByRole('listitem').filter({ hasText: 'failed' }).first()).toBeVisible();
  });
  await test.step('what was misunderstood is named, with a lesson on it', async () => {
    await expect(bench.checks).toContainText('The query does not imply the partial index’s condition');
    await expect(bench.checks).toContainText('holds only the rows with (customer_id = 42)');
    const lesson = await bench.checks.getByRole('link', { name: 'Read about it' }).getAttribute('href');
    const answered = await page.request.get(lesson ?? '');
    expect(answered.status(), lesson ?? 'no link').toBe(200);
    expect(await answered.text()).toMatch(/<h1[^>]*>Partial indexes/);
  });
  await test.step('the plan of the hidden run that failed is shown, and its value is not', async () => {
    const value = (name: string) => bench.plan.getByRole('button', { name, exact: true });
    await expect(value('values not shown')).toHaveAttribute('aria-pressed', 'true');
    await bench.plan.getByRole('button', { name: /^More/ }).last().click();
    await expect(bench.plan).toContainText('(orders.customer_id = $1)');
    await value('42').click();
    await expect(bench.plan).toContainText('using orders_id_idx');
    const failed = bench.checks.getByRole('listitem').filter({ hasText: 'reads orders through an index' });
    await failed.getByRole('button', { name: 'See the plan' }).click();
    await expect(value('values not shown')).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('tab', { name: 'Why not?' }).click();
    await page.getByRole('button', { name: 'Ask why not' }).click();
    const ways = page.getByRole('region', { name: 'Ways to read orders' });
    await expect(ways).toContainText('(orders.customer_id = $1)');
  });
  await test.step('turning sequential scans off, and the reason is said', async () => {
    await fails('set enable_seqscan = off; create index on orders (customer_id);');
    await expect(bench.checks).toContainText(/setting/i);
  });
  await test.step('an endless loop, which is ended', () =>
    fails('with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r;'));
});

test('neither what was tried in the lab nor a check that was stopped helps or hurts the next', async ({
  page,
}) => {
  const bench = await openExercise(page, EXERCISE);
  await test.step('the query of the task is run as it stands, and no text is touched', async () => {
    await page.getByRole('button', { name: 'Try this query' }).click();
    await expect(bench.results).toContainText('22 rows');
    await bench.idle();
    await expect.poll(() => bench.text()).toContain('The query reads every page');
  });
  await bench.put('drop table order_items; drop table orders;');
  await bench.press('Run');
  await bench.idle();
  await test.step('a check that is stopped says nothing of the answer', async () => {
    await bench.put('create index on orders (customer_id);');
    await bench.press('Check');
    await bench.press('Stop');
    await bench.idle();
    await expect(page.getByRole('toolbar', { name: 'Commands' }).getByRole('status')).toHaveText('Stopped');
    await expect(bench.checks.getByRole('status')).not.toHaveText(/Exercise passed|Not yet/);
    await expect(page.getByRole('tab', { name: 'Results' })).toHaveAttribute('aria-selected', 'true');
  });
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed');
});

test('a rewrite is solved with a query', async ({ page }) => {
  const bench = await openExercise(page, 'orders-of-a-day');
  await expect(bench.editor).toBeVisible();
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Not yet');
  await bench.put(courseFile('orders-of-a-day', 'solution.sql'));
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed');
});

test('the home page’s exercise is in its first screen, and is run and checked right there', async ({
  page,
}) => {
  await page.goto('');
  const bench = benchOf(page);
  await expect(bench.editor).toBeInViewport({ ratio: 1 });
  for (const name of ['Run', 'Check'])
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  await bench.idle();
  await bench.put(courseFile(EXERCISE, 'solution.sql'));
  await bench.press('Run');
  await expect(bench.results).toContainText('CREATE INDEX');
  await bench.idle();
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed');
  await expect(bench.checks.getByRole('status')).toBeInViewport({ ratio: 1 });
  await test.step('beside the commands the verdict is seen from the end of the plans too', async () => {
    await bench.plan.evaluate((plan) => plan.scrollIntoView({ block: 'end' }));
    const said = page.getByRole('toolbar', { name: 'Commands' }).getByRole('status');
    await expect(said).toHaveText('Passed');
    await expect(said).toBeInViewport({ ratio: 1 });
  });
  await expect(page).toHaveURL('');
});
