import { expect } from '@playwright/test';
import { test } from './warm-browser.ts';

test('a lesson’s SQLite runs on copies of its tables, is stopped, and begins anew', async ({ page }) => {
  await page.goto('learn/engines/in-the-app/#most-there');
  const block = page.getByRole('group', { name: 'SQLite The delivered orders' });
  const run = block.getByRole('button', { name: 'Run', exact: true });
  const text = block.getByRole('textbox');
  const plan = block.getByRole('region', { name: 'Plan' });

  await test.step('a library that does not come is told of, and asked for again by the next run', async () => {
    await page.route('**/sqlite3-*.wasm', (route) => route.fulfill({ status: 404 }));
    await run.click();
    await expect(block).toContainText('SQLite could not be loaded. Check the connection', {
      timeout: 60_000,
    });
    await page.unroute('**/sqlite3-*.wasm');
  });

  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });

  await test.step('its steps, what they mean and the pages are shown', async () => {
    await run.click();
    await expect(plan).toContainText('SEARCH orders USING INDEX orders_status_created_at_idx (status=?)', {
      timeout: 90_000,
    });
    await expect(plan).toContainText('fetches each row from orders');
    await expect(plan).toContainText(/3\d\d,\d{3} pages of 8 kB asked for/);
    await expect(block).toContainText('First ran “The same index, the same query”');
  });

  await test.step('a mistake is underlined where it is', async () => {
    await text.fill("select 'ä', absent from orders");
    await run.click();
    await expect(block.getByRole('alert')).toContainText('no such column: absent');
    await expect(block.locator('.pw-error-place mark')).toHaveText('absent');
  });

  await test.step('what does not end is stopped, and the text stays', async () => {
    const endless = 'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n';
    await text.fill(endless);
    await run.click();
    await block.getByRole('button', { name: 'Stop' }).click();
    await expect(block.getByRole('status')).toContainText('Stopped');
    await expect(text).toHaveValue(endless);
  });

  await test.step('the next run has its tables again, and nothing of before', async () => {
    await text.fill('drop table orders; create table mine (n)');
    await run.click();
    await expect(block).toContainText('This changed the SQLite database');
    await block.getByRole('button', { name: 'Start with fresh data' }).click();
    await text.fill("select count(*), (select count(*) from sqlite_schema where name = 'mine') from orders");
    await run.click();
    await expect(block.locator('.pw-result td')).toHaveText(['200000', '0'], { timeout: 60_000 });
  });

  expect(refused).toEqual([]);
});
