import { expect, type Page } from '@playwright/test';
import { formatCount } from '../src/plan/format-figures.ts';
import { openPlayground } from './open-playground.ts';
import { explainRaw, pagesWithBelow } from './plan-json.ts';
import { test } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

const QUERY = 'select id, total from orders where customer_id = 42';
const INDEX = 'create index by_customer on orders (customer_id);';
const ways = (page: Page) => page.getByRole('region', { name: 'Ways to read orders' });

test('the ways turned down, their costs and what an index would change are PostgreSQL’s own figures', async ({
  page,
}) => {
  const play = await openPlayground(page);
  await test.step('the terms of a cost add up to it', async () => {
    await play.run(`${QUERY};`);
    await play.show('Why not?');
    await page.getByRole('button', { name: 'Ask why not' }).click();
    await ways(page).getByText('Where the cost comes from').first().click({ timeout: 40_000 });
    const rows = await ways(page).getByRole('table').first().getByRole('row').all();
    const figures = await Promise.all(
      rows.map(async (row) =>
        Number(((await row.getByRole('cell').last().textContent()) ?? '').replaceAll(',', '')),
      ),
    );
    const whole = figures.at(-1) ?? 0;
    const sum = figures.slice(0, -1).reduce((total, figure) => total + figure, 0);
    expect(whole).toBeGreaterThan(1_000);
    expect(Math.abs(sum - whole)).toBeLessThanOrEqual(rows.length);
  });
  await test.step('what an index would change is what it changes', async () => {
    await play.run(`${QUERY};`);
    await play.show('Why not?');
    await page.getByRole('textbox', { name: 'What if there were this index?' }).fill(INDEX.replace(';', ''));
    await page.keyboard.press('Enter');
    const after = page.getByRole('region', { name: 'With it' });
    await expect(after).toContainText('Bitmap Heap Scan', { timeout: 40_000 });
    const said = /([\d,]+) pages/.exec((await after.textContent()) ?? '')?.[1];
    await play.idle();
    expect(said).toBe(formatCount(pagesWithBelow(await explainRaw(play, QUERY, INDEX))));
  });
  await test.step('each way stands there with the pages that PostgreSQL reads when it has to go it', async () => {
    const bitmap = pagesWithBelow(await explainRaw(play, QUERY));
    const index = pagesWithBelow(await explainRaw(play, QUERY, 'set enable_bitmapscan = off;'));
    const seq = pagesWithBelow(await explainRaw(play, QUERY, 'set enable_indexscan = off;'));
    await play.run(`reset all; ${QUERY};`);
    await play.show('Why not?');
    await page.getByRole('button', { name: 'Ask why not' }).click();
    const way = (name: string) => ways(page).getByRole('listitem').filter({ hasText: name });
    await expect(way('bitmap scan through by_customer')).toContainText(`pages${formatCount(bitmap)}`, {
      timeout: 40_000,
    });
    await expect(way('bitmap scan through by_customer')).toContainText('chosen');
    await expect(way('index scan through by_customer').last()).toContainText(`pages${formatCount(index)}`);
    await expect(way('sequential scan')).toContainText(`pages${formatCount(seq)}`);
  });
});

test('a scan that its query stops early is not said to be a part of what the query costs', async ({
  page,
}) => {
  const bench = await openExercise(page, 'last-sign-of-life');
  await bench.put('create index on activities (user_id, created_at);');
  await page.getByRole('tab', { name: 'Why not?' }).click();
  await page.getByRole('button', { name: 'Ask why not' }).click();
  const found = page.getByRole('region', { name: 'Ways to read activities' });
  await expect(found).toContainText('the query stops it early', { timeout: 40_000 });
  await expect(found).not.toContainText('The scan itself is 4.47 of the cost');
});
