import { expect, type Locator } from '@playwright/test';
import { formatCount } from '../src/plan/format-figures.ts';
import { openPlayground } from './open-playground.ts';
import { explainRaw, pagesWithBelow } from './plan-json.ts';
import { test } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

const QUERY = 'select id, total from orders where customer_id = 42';
const INDEX = 'create index by_customer on orders (customer_id);';

/** The share of its track that a bar takes. */
async function shareOf(bar: Locator): Promise<number> {
  const style = (await bar.getAttribute('style')) ?? '';
  return Number(/([\d.]+)%/.exec(style)?.[1] ?? 0) / 100;
}

test('what changed is said in words and in the engine’s figures', async ({ page }) => {
  const play = await openPlayground(page);
  const before = pagesWithBelow(await explainRaw(play, QUERY));
  await play.run(`${QUERY};`);
  const after = pagesWithBelow(await explainRaw(play, QUERY, INDEX));
  expect(after * 10).toBeLessThan(before);
  await play.run(`${QUERY};`);
  await play.show('Plan');
  await play.plan.getByLabel('Beside').selectOption({ index: 2 });
  await expect(play.plan).toContainText(
    `The Seq Scan on orders became a Bitmap Heap Scan through by_customer: ${formatCount(before)} pages to ${formatCount(after)}`,
  );
  const now = play.plan.getByRole('region', { name: 'This run' });
  await expect(now).toContainText('was Seq Scan');
  await expect(now).toContainText(`${formatCount(after)} pages`);
  await expect(play.plan.getByRole('region', { name: 'Earlier run' })).toContainText(
    `${formatCount(before)} pages`,
  );
});

test('runs of a workbench are compared on one scale, and come back into the editor', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.put('select 1;');
  await bench.press('Run');
  await expect(bench.results).toContainText('1 row');
  await bench.idle();
  await bench.put('create index on orders (customer_id);');
  await bench.press('Run');
  await expect(bench.results).toContainText('CREATE INDEX');
  await bench.idle();
  await page.getByRole('tab', { name: 'Runs' }).click();
  const runs = page.getByRole('tabpanel', { name: 'Runs', exact: true });
  await expect(runs).toContainText('The Seq Scan on orders became a Bitmap Heap Scan');
  const heap = runs.getByRole('listitem').filter({ hasText: 'was a Seq Scan, is a Bitmap Heap Scan' });
  const pages = heap.locator('.pw-change-figure').filter({ hasText: 'pages' });
  const [was = 0, is = 0] = ((await pages.locator('dd').textContent()) ?? '')
    .replaceAll(',', '')
    .match(/\d+/g)
    ?.map(Number) ?? [0, 0];
  expect(was).toBeGreaterThan(1_000);
  expect(is).toBeLessThan(30);
  const [long, short] = [
    await shareOf(pages.locator('[data-side=before]')),
    await shareOf(pages.locator('[data-side=after]')),
  ];
  expect(long).toBe(1);
  expect(short).toBeCloseTo(is / was, 2);
  await test.step('a run comes back into the editor', async () => {
    await runs.getByRole('button', { name: 'select 1;' }).click();
    await expect.poll(() => bench.text()).toContain('select 1;');
  });
});

test('the starting plan stands beside the learner’s from the first Run', async ({ page }) => {
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.put('create index on orders (customer_id);');
  await bench.press('Run');
  await bench.idle();
  await page.getByRole('tab', { name: 'Plan', exact: true }).click();
  await expect(bench.plan).toContainText(
    /The Seq Scan on orders became a Bitmap Heap Scan .*\spages to \d\d,/,
  );
  await expect(bench.plan.getByRole('region', { name: 'Before' })).toContainText('Seq Scan on orders');
  await expect(bench.plan.getByRole('region', { name: 'After' })).toContainText('Bitmap Heap Scan');
});

test('an earlier run is opened again with its text, its rows and its plan', async ({ page }) => {
  const play = await openPlayground(page);
  await play.run(`${QUERY};`);
  await expect(play.results).toContainText('22 rows');
  await play.run(`${INDEX} ${QUERY} limit 3;`);
  await play.show('Plan');
  await expect(play.plan).toContainText('by_customer');
  await play.show('Runs');
  const history = page.getByRole('tabpanel', { name: 'Runs', exact: true });
  await expect(history.getByRole('listitem').first()).toContainText('2 statements');
  await history.getByRole('button', { name: `${QUERY};`, exact: true }).press('Enter');
  await expect(play.results).toContainText('22 rows');
  await expect.poll(() => play.text()).toMatch(/^select(?!.*by_customer)/s);
  await play.show('Plan');
  const drawn = play.plan.getByRole('tabpanel');
  await expect(drawn).toContainText('Seq Scan');
  await expect(drawn).not.toContainText('by_customer');
});
