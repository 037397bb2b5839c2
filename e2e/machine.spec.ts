import { expect, type Page } from '@playwright/test';
import { openPlayground } from './open-playground.ts';
import { test } from './warm-browser.ts';

const QUERY = 'select id, total from orders where customer_id = 42;';
const INDEX = 'create index by_customer on orders (customer_id);';

async function firstCell(page: Page): Promise<string> {
  const cell = page.getByRole('tabpanel', { name: 'Results' }).getByRole('cell').first();
  return (await cell.textContent()) ?? '';
}

/** Runs a query of one number and reads it from the results. */
async function ask(play: Awaited<ReturnType<typeof openPlayground>>, sql: string): Promise<number> {
  await play.show('Results');
  await play.run(sql);
  return Number(await firstCell(play.page));
}

async function showPages(play: Awaited<ReturnType<typeof openPlayground>>, sql: string) {
  await play.run(sql);
  await play.show('Pages');
  await play.page.getByRole('button', { name: 'Show the pages' }).click();
  const pane = play.page.getByRole('tabpanel', { name: 'Pages', exact: true });
  await expect(pane.getByText(/The query looked at/)).toBeVisible({ timeout: 30_000 });
  await play.idle();
  return pane;
}

test('the pages that a query looked at are lit, and where there is no query that is a sentence', async ({
  page,
}) => {
  const play = await openPlayground(page);
  await test.step('a sequential scan lights every page of the table, an index a few', async () => {
    const pages = await ask(play, "select pg_relation_size('orders') / 8192;");
    const all = pages.toLocaleString('en');
    const pane = await showPages(play, QUERY);
    await expect(pane.getByText(`The query looked at ${all} pages`)).toBeVisible();
    await expect(pane.getByRole('img', { name: `Pages of orders: all ${all} pages` })).toBeVisible();
    await showPages(play, `${INDEX}\n${QUERY}`);
    await expect(
      pane.getByRole('img', { name: new RegExp(`Pages of orders: \\d\\d of ${all} pages`) }),
    ).toBeVisible();
    await expect(pane.getByRole('img', { name: /Pages of by_customer: [23] of \d+ pages/ })).toBeVisible();
    await page.getByText('Block numbers').click();
    const row = pane.getByRole('row', { name: /^orders / });
    const blocks = (await row.getByRole('cell').last().textContent())?.split(', ') ?? [];
    expect(blocks).toHaveLength(Number(await row.getByRole('cell').nth(1).textContent()));
  });
  await test.step('an index-only scan leaves the table alone, and CLUSTER brings rows together', async () => {
    const pane = await showPages(
      play,
      `drop index by_customer; create index covering on orders (customer_id) include (total);
     select customer_id, total from orders where customer_id = 42;`,
    );
    await expect(pane.getByRole('img', { name: /Pages of orders: none of/ })).toBeVisible();
    await showPages(
      play,
      `drop index covering; ${INDEX} cluster orders using by_customer; analyze orders; ${QUERY}`,
    );
    await expect(pane.getByRole('img', { name: /Pages of orders: [12] of [\d,]+ pages/ })).toBeVisible();
  });
  await test.step('what is no query has nothing to show', async () => {
    await play.run('create table a (b int);');
    await play.show('Pages');
    await page.getByRole('button', { name: 'Show the pages' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Pages', exact: true })).toContainText('nothing to show');
  });
});

test('an index that is tried is gone afterwards, and what was turned down stands there with the arithmetic', async ({
  page,
}) => {
  const play = await openPlayground(page);
  await test.step('an index is tried, and is gone afterwards', async () => {
    await play.run(QUERY);
    await play.show('Why not?');
    const field = page.getByRole('textbox', { name: 'What if there were this index?' });
    await field.fill('create index on orders (customer_id)');
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect(page.getByText('PostgreSQL would use it.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('region', { name: /^(Plan )?with it$/i })).toContainText('Bitmap Heap Scan');
    await play.idle();
    expect(await ask(play, "select count(*) from pg_index where indrelid = 'orders'::regclass;")).toBe(1);
    await play.show('Why not?');
    await field.fill('drop table orders');
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect(page.getByText('Write one CREATE INDEX statement here.')).toBeVisible();
  });
  await test.step('what was turned down stands beside what was chosen', async () => {
    const cost = await ask(
      play,
      `select relpages * current_setting('seq_page_cost')::float
       + reltuples * (current_setting('cpu_tuple_cost')::float + current_setting('cpu_operator_cost')::float)
     from pg_class where relname = 'orders';`,
    );
    await play.run(`${INDEX}\n${QUERY}`);
    await play.show('Why not?');
    await page.getByRole('button', { name: 'Ask why not' }).click();
    const ways = page.getByRole('region', { name: 'Ways to read orders' });
    await expect(ways).toContainText('bitmap scan through by_customer', { timeout: 30_000 });
    const scan = ways.getByRole('listitem').filter({ hasText: 'sequential scan' });
    await expect(scan).toContainText(`cost${Math.round(cost).toLocaleString('en')}`);
    await expect(scan).toContainText('turned down');
    await scan.getByText('Where the cost comes from').click();
    const sum = scan.getByRole('row', { name: /pages of the table/ });
    await expect(sum).toContainText('× 1 seq_page_cost');
    await expect(ways).toContainText('The query has no condition on id');
  });
});

test('5,000 pages are drawn, each of them counted', async ({ page }) => {
  const play = await openPlayground(page, 'empty');
  await play.run(
    `create table wide with (fillfactor = 10) as
       select g as id, repeat('x', 700) as filler from generate_series(1, 5100) g;
     analyze wide; select count(*) from wide where id % 2 = 0;`,
  );
  await play.show('Pages');
  await page.getByRole('button', { name: 'Show the pages' }).click();
  await expect(page.getByRole('img', { name: /Pages of wide: all 5,\d\d\d pages/ })).toBeVisible({
    timeout: 150_000,
  });
});
