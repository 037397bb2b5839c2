import { expect, type Page } from '@playwright/test';
import { openPlayground, type Play } from './open-playground.ts';
import { test } from './warm-browser.ts';

const pane = (page: Page) => page.getByRole('tabpanel', { name: 'Inside', exact: true });

/** Runs a query of one row and reads its cells. */
async function ask(play: Play, sql: string): Promise<readonly string[]> {
  await play.show('Results');
  await play.run(sql);
  return play.results.getByRole('cell').allTextContents();
}

/** Looks again, so that what was made since the last look can be chosen. */
async function refresh(play: Play): Promise<void> {
  await play.show('Inside');
  await play.page.getByRole('button', { name: 'Look inside' }).click();
  await play.idle();
}

/** Looks into an index or a table by its name. */
async function look(play: Play, name: string, fill: Readonly<Record<string, string>> = {}): Promise<void> {
  const { page } = play;
  await play.show('Inside');
  const choice = pane(page).getByLabel('Index or table');
  const press = () => page.getByRole('button', { name: 'Look inside' }).click();
  if ((await choice.count()) === 0) {
    await press();
    await play.idle();
  }
  await choice.selectOption(name);
  for (const [label, value] of Object.entries(fill)) await pane(page).getByLabel(label).fill(value);
  await press();
  await play.idle();
}

test('a search finds what SQL finds, and the visibility map is that of pg_visibility', async ({ page }) => {
  const play = await openPlayground(page);
  await test.step('a search goes from the root to the leaf to the rows that SQL finds', async () => {
    const [level = '', rows = '', blocks = '', pages = ''] = await ask(
      play,
      `create extension if not exists pageinspect; create index by_customer on orders (customer_id);
     select bt.level, (select count(*) from orders where customer_id = 42),
       (select count(distinct (ctid::text::point)[0]) from orders where customer_id = 42),
       pg_relation_size('by_customer') / 8192 from bt_metap('by_customer') bt;`,
    );
    await look(play, 'by_customer', { 'Search for': '42' });
    const inside = pane(page);
    const levels = Number(level) + 1;
    await expect(inside).toContainText(`by_customer has ${pages} pages on ${levels} levels`);
    await expect(inside).toContainText(
      `read ${levels} pages of the index and found ${rows} rows, in ${blocks} pages of orders`,
    );
    const way = inside.getByRole('figure', { name: 'The way of the search' });
    await expect(way.getByRole('row', { name: /Taken: 42 / })).toContainText(`${rows} rows`);
    const leads = await way
      .getByRole('row', { name: /Taken: lower than all others|Taken: -?\d+ page/ })
      .first()
      .textContent();
    const leaf = /page (\d+)/.exec(leads ?? '')?.[1];
    await expect(way.getByText(`Leaf, page ${leaf}`, { exact: true })).toBeVisible();
  });
  await test.step('the visibility map is that of pg_visibility, and a look is about the run before it', async () => {
    const [unmarked = '', pages = ''] = await ask(
      play,
      `create extension if not exists pg_visibility; update orders set note = 'x' where id <= 500;
     select count(*) filter (where not all_visible), count(*) from pg_visibility_map('orders');`,
    );
    expect(Number(unmarked)).toBeGreaterThan(1);
    await look(play, 'orders_pkey');
    const [some, all] = [Number(unmarked), Number(pages)].map((count) => count.toLocaleString('en'));
    await expect(pane(page)).toContainText(
      `${some} of the ${all} pages of orders are not marked all-visible`,
    );
    await expect(pane(page).getByText('This is about an earlier run.')).toHaveCount(0);
    await play.run('vacuum (index_cleanup on) orders; select 1;');
    await play.show('Inside');
    await expect(pane(page).getByText('This is about an earlier run.')).toBeVisible();
    await look(play, 'orders_pkey');
    await expect(pane(page)).toContainText(`All ${all} pages of orders are marked all-visible`);
  });
});

test('a look inside shows what a statement changed; what cannot be drawn is a sentence', async ({ page }) => {
  const play = await openPlayground(page, 'empty');
  await test.step('where there is no table, that is said', async () => {
    await play.run('select 1;');
    await play.show('Inside');
    await page.getByRole('button', { name: 'Look inside' }).click();
    await expect(pane(page)).toContainText('There is no table here yet');
    await play.idle();
  });
  await test.step('an insert splits a leaf, and equal keys share their entry', async () => {
    await play.run(
      `create table lot (key int primary key, kind text); create index by_kind on lot (kind);
     insert into lot select g * 10, 'k' || g % 3 from generate_series(1, 367) g; analyze lot;`,
    );
    await refresh(play);
    await look(play, 'lot_pkey');
    await expect(pane(page)).toContainText('lot_pkey has 2 pages on 1 level');
    await play.run("insert into lot select g * 10 + 1, 'k0' from generate_series(1, 60) g;");
    await look(play, 'lot_pkey');
    const changed = pane(page).getByRole('figure', { name: 'What changed' });
    await expect(changed).toContainText('60 row addresses more.');
    await expect(changed).toContainText('The root was split as well');
    await look(play, 'by_kind');
    await expect(pane(page)).toContainText('Equal keys are stored once: 427 row addresses in');
  });
  await test.step('a page of a table shows an update in place, and what VACUUM leaves of it', async () => {
    await play.run(
      'create table t (id int primary key, note text); insert into t select g, g::text from generate_series(1, 3) g; select 1;',
    );
    await refresh(play);
    await look(play, 't');
    await expect(pane(page)).toContainText('Page 0 of t holds 3 rows that are seen');
    await play.run("update t set note = 'new' where id = 2; select 1;");
    await look(play, 't');
    await expect(pane(page)).toContainText('Old versions: 0 became 1.');
    await expect(
      pane(page)
        .getByRole('row', { name: /^2 replaced by \(0,4\).*HOT/ })
        .first(),
    ).toBeVisible();
    await play.run('vacuum t;');
    await look(play, 't');
    const changed = pane(page).getByRole('figure', { name: 'What changed' });
    await expect(changed).toContainText('Redirects: 0 became 1.');
    await expect(changed).toContainText('It is marked all-visible now.');
  });
  await test.step('what cannot be drawn is a sentence', async () => {
    await play.run('create table bare (id int primary key);');
    await refresh(play);
    await look(play, 'bare_pkey');
    await expect(pane(page)).toContainText('bare_pkey is empty');
    await play.run('insert into bare values (1); select 1;');
    await look(play, 'bare_pkey', { 'Search for': 'no number' });
    await expect(pane(page)).toContainText('PostgreSQL refused it: invalid input syntax for type integer');
  });
});

test('a lesson’s pictures stand there without a script, and measure the same here', async ({
  page,
  browser,
}) => {
  const address = 'learn/indexing/inside-a-b-tree/';
  const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await still.goto(new URL(address, test.info().project.use.baseURL).href);
  const lead = await still.locator('pw-look .pw-machine-lead').first().textContent();
  expect(lead).toMatch(/ has [\d,]+\spages on \d\slevels?/);
  await still.context().close();
  await page.goto(address);
  const picture = page.locator('pw-look').first();
  await picture.getByRole('button', { name: 'Measure it here' }).click();
  await expect(picture.getByText('Measured here just now')).toBeVisible({ timeout: 60_000 });
  await expect(picture.locator('.live .pw-machine-lead').first()).toHaveText(lead ?? '');
  await expect(picture.locator('.still')).toBeHidden();
});
