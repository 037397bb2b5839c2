import { expect, type Page } from '@playwright/test';
import { openPlayground, type Play } from './open-playground.ts';

/** Twenty times through an index: what EXPLAIN gives for each loop has to be multiplied. */
export const LOOPS = `create index by_customer on orders (customer_id);
set enable_hashjoin = off; set enable_mergejoin = off; set enable_bitmapscan = off; set enable_memoize = off;`;
/** What LOOPS makes a nested loop of. */
export const JOIN =
  'select c.id, o.total from customers c join orders o on o.customer_id = c.id where c.id <= 20';
/** The planner cannot know what `o.id * 0` is: it expects one row of two hundred. */
export const GROUPS =
  'select c.country, count(*) from orders o join customers c on c.id = o.customer_id where o.id <= 4000 and o.id * 0 = 0 group by c.country order by 2 desc';

/** Runs a text in the playground and shows its plan. */
export async function draw(page: Page, sql: string): Promise<Play> {
  const play = await openPlayground(page);
  await play.run(sql);
  await play.show('Plan');
  await expect(play.plan.getByRole('tablist')).toBeVisible();
  return play;
}

/** The plan as a table. */
export const table = (play: Play) => play.plan.getByRole('table');

/** The cells of a column of the table, as many as there are nodes. */
export async function column(play: Play, name: string): Promise<readonly string[]> {
  const names = await table(play).getByRole('columnheader').allTextContents();
  const at = names.findIndex((each) => each.startsWith(name));
  expect(at, `a column ${name} among ${names}`).toBeGreaterThan(0);
  const rows = await table(play).locator('tbody tr').all();
  return Promise.all(
    rows.map(
      async (row) =>
        (await row
          .locator('td')
          .nth(at - 1)
          .textContent()) ?? '',
    ),
  );
}
