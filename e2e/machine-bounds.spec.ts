import { expect, type Page } from '@playwright/test';
import { openPlayground, type Play } from './open-playground.ts';
import { test } from './warm-browser.ts';

const QUERY = 'select id, total from orders where customer_id <= 400';
const pane = (page: Page) => page.getByRole('tabpanel', { name: 'Bounds', exact: true });

async function move(play: Play, sql: string): Promise<void> {
  await play.run(sql);
  await play.show('Bounds');
  await play.page.getByRole('button', { name: 'Move its bounds' }).click();
  await expect(
    pane(play.page)
      .getByText(/With more:|wherever the bound lies/)
      .first(),
  ).toBeVisible({
    timeout: 60_000,
  });
  await play.idle();
}

/** Expects EXPLAIN to print a plan for a bound. */
async function expectPlan(play: Play, bound: number, plan: string): Promise<void> {
  await play.show('Results');
  await play.run(`explain ${QUERY.replace('400', String(bound))};`);
  await expect(play.results).toContainText(plan);
}

test('the border lies where EXPLAIN changes its plan, and the slider plans live on both sides of it', async ({
  page,
}) => {
  const play = await openPlayground(page);
  await move(play, `create index by_customer on orders (customer_id); ${QUERY};`);
  await test.step('by keyboard, with the costs of the ways turned down', async () => {
    const slider = pane(page).getByRole('slider');
    await slider.focus();
    await page.keyboard.press('End');
    const here = pane(page).getByRole('status').filter({ hasText: 'expected' });
    await expect(here).toContainText('Seq Scan');
    const rows = pane(page).getByRole('list', { name: 'What each way costs here' });
    await expect(rows.getByRole('listitem').first()).toContainText('sequential scan');
    await page.keyboard.press('Home');
    await expect(here).toContainText('through by_customer');
    await expect(rows.getByRole('listitem').last()).toContainText('sequential scan');
  });
  await test.step('the sequential scan is right beyond the border', async () => {
    const said =
      (await pane(page)
        .getByText(/With more: Seq Scan/)
        .textContent()) ?? '';
    const last = Number(/customer_id <= (\d+)/.exec(said)?.[1]);
    expect(said).toContain('Bitmap Heap Scan through by_customer');
    await expect(pane(page)).toContainText(/Where every row matches, the bitmap scan would cost [\d,]+/);
    await expectPlan(play, last, 'Bitmap Heap Scan on orders');
    await expectPlan(play, Math.round(last * 1.02) + 1, 'Seq Scan on orders');
  });
  await test.step('a query without a bound says so', async () => {
    await play.run('select id from orders where id = 7;');
    await play.show('Bounds');
    await expect(pane(page)).toContainText('no bound to move');
  });
  await test.step('where the text is another one than was run, it says which it looks at', async () => {
    await expect(pane(page)).not.toContainText('another one by now');
    await play.put(QUERY);
    await expect(pane(page)).toContainText('select id from orders where id = 7;: run the text');
    await play.press('Run');
    await expect(page.getByText('another one by now')).toHaveCount(0);
  });
});

test('two bounds make a grid of planned queries; arrow keys move in it, and it can be stopped', async ({
  page,
}) => {
  const play = await openPlayground(page);
  await move(
    play,
    `create index by_customer on orders (customer_id); create index by_day on orders (created_at);
     ${QUERY} and created_at >= '2024-06-01';`,
  );
  const second = pane(page).getByRole('combobox', { name: 'and' });
  await second.selectOption({ label: 'created_at >=' });
  await expect(pane(page)).toContainText('1,600 queries planned, none of them run.', { timeout: 60_000 });
  const plans = pane(page).getByRole('table', { name: 'Plans of the grid' });
  await expect(plans).toContainText('Seq Scan');
  await expect(plans).toContainText('through by_customer');
  await expect(plans).toContainText('through by_day');
  await play.idle();
  const value = () => pane(page).getByRole('slider').nth(1).getAttribute('aria-valuetext');
  const before = await value();
  await pane(page)
    .getByRole('group', { name: /Grid of plans/ })
    .focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(value).not.toBe(before);
  await second.selectOption({ label: 'nothing else' });
  await expect(pane(page).getByText('With more:').first()).toBeVisible({ timeout: 60_000 });
  await play.idle();
  await second.selectOption({ label: 'created_at >=' });
  await page.getByRole('button', { name: 'Stop planning' }).click();
  await expect(page.getByRole('button', { name: 'Move its bounds' })).toBeVisible();
  await play.idle();
});
