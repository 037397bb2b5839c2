import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { holdDownloads } from './hold-downloads.ts';
import { openPlayground, playOf } from './open-playground.ts';
import { firstVisit, test } from './warm-browser.ts';

test('a query runs, and its plan stands beside an earlier one', async ({ page }) => {
  const play = await openPlayground(page);
  await play.run('select id, total from orders where customer_id = 42 order by id;');
  await expect(play.results).toContainText('22 rows');
  await play.run(
    'create index on orders (customer_id); select id, total from orders where customer_id = 42 order by id;',
  );
  await play.show('Plan');
  await expect(play.plan).toContainText('Bitmap Heap Scan');
  await play.plan.getByLabel('Beside').selectOption({ index: 1 });
  await expect(play.plan.getByRole('region', { name: /^(Plan )?earlier run$/i })).toContainText('Seq Scan');
});

test('an empty database is one of the choices, and a mistake is underlined in the editor', async ({
  page,
}) => {
  const play = await openPlayground(page);
  await page.getByLabel('Dataset').selectOption('empty');
  await play.write('select 1 as one;\nselect nothing from nowhere;');
  await play.press('Run');
  await play.idle();
  await expect(play.results.getByRole('alert')).toContainText('relation "nowhere" does not exist');
  await expect(play.results.locator('mark')).toHaveText('nowhere');
  await expect(play.editor.locator('.squiggly-error')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Schema' })).toContainText('No table yet');
});

test('a runaway query is stopped, and the list of runs keeps its text', async ({ page }) => {
  const play = await openPlayground(page);
  await play.write('select count(*) from generate_series(1, 100000) a, generate_series(1, 1000000) b;');
  await play.press('Run');
  await expect(page.getByRole('status').filter({ hasText: 'Running' })).toBeVisible({ timeout: 30_000 });
  await play.press('Stop');
  await play.idle();
  await expect(play.results).toContainText('you stopped it');
  await play.run('select 6 * 7 as answer;');
  await expect(play.results).toContainText('42');
  await play.show('Runs');
  await page.getByRole('button', { name: /generate_series/ }).click();
  await expect.poll(() => play.text()).toContain('generate_series(1, 100000)');
  await expect(play.results).toContainText('you stopped it');
});

firstVisit('Stop ends the wait for a download at once, and the next run works', async ({ page }) => {
  const release = await holdDownloads(page);
  const play = await openPlayground(page, 'empty');
  await play.put('select 6 * 7 as answer;');
  await play.press('Run');
  await play.press('Stop');
  await expect(play.results).toContainText('you stopped it');
  await play.idle();
  release();
  await play.press('Run');
  await expect(play.results).toContainText('42');
});

test('what was done is downloaded as a script', async ({ page }) => {
  const play = await openPlayground(page, 'empty');
  await play.run('create table a (b int);');
  await play.run('insert into a values (1), (2)');
  await play.show('Runs');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as .sql' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('planwright-empty.sql');
  const script = await readFile(await saved.path(), 'utf8');
  expect(script.indexOf('create table a')).toBeLessThan(script.indexOf('insert into a'));
  expect(script).toContain('INSERT, 2 rows');
  await page.reload();
  const again = await playOf(page);
  await expect(again.results).toContainText('a fresh one: what you ran before this page was loaded again');
  await page.getByRole('tab', { name: 'Runs' }).click();
  await page.getByRole('button', { name: /^insert into a/ }).click();
  await expect.poll(() => again.text()).toContain('insert into a');
});

firstVisit(
  'a link carries text and dataset, runs nothing, and leaves the reader’s draft alone',
  async ({ context }) => {
    const sender = await openPlayground(await context.newPage(), 'saas');
    await sender.put("select 'größe' as word;");
    await sender.page.getByRole('button', { name: 'Copy link' }).click();
    await expect(sender.page).toHaveURL(/#sql=1\./);
    const link = sender.page.url();
    await sender.put('-- my own draft');
    const kept = () => sender.page.evaluate(() => localStorage.getItem('planwright.playground'));
    await expect.poll(kept).toContain('-- my own draft');
    const page = await context.newPage();
    await page.goto(link);
    const play = await playOf(page);
    await expect(page.getByLabel('Dataset')).toHaveValue('saas');
    await expect.poll(() => play.text()).toContain("select 'größe' as word;");
    await expect(play.results).toContainText('Run shows here');
    await page.getByRole('button', { name: 'Back to my draft' }).click();
    await expect.poll(() => play.text()).toContain('-- my own draft');
    await page.goto(`${link.slice(0, -6)}%%%%`);
    await page.reload();
    await expect(page.getByText('This link is not whole')).toBeVisible();
  },
);

test('the draft survives a reload', async ({ page }) => {
  const play = await openPlayground(page);
  await page.getByLabel('Dataset').selectOption('saas');
  await play.put('-- my thoughts so far');
  await page.reload();
  const again = await playOf(page);
  await expect.poll(() => again.text()).toContain('-- my thoughts so far');
  await expect(page.getByLabel('Dataset')).toHaveValue('saas');
});

const PLAN = ` Index Scan using orders_pkey on orders  (cost=0.29..8.31 rows=1 width=61) (actual time=0.020..0.021 rows=1.00 loops=1)
   Index Cond: (id = 42)
   Buffers: shared hit=3
 Planning Time: 0.100 ms
 Execution Time: 0.040 ms`;

test('a plan from elsewhere is drawn, pasted or run, and what is none is refused', async ({ page }) => {
  const play = await openPlayground(page);
  await play.show('Plan');
  await page.getByText('Look at a plan from elsewhere').click();
  const field = play.plan.getByRole('textbox');
  await field.fill(PLAN);
  await expect(play.plan).toContainText('3 pages');
  await field.fill('hello');
  await expect(play.plan).toContainText('This is no plan');
  await field.fill(`[${'{"Plan": 1},'.repeat(400_000)}]`);
  await expect(play.plan).toContainText('million characters');
  await play.show('Results');
  await play.put(
    JSON.stringify([{ Plan: { 'Node Type': 'Seq Scan', 'Relation Name': 'elsewhere', 'Total Cost': 9 } }]),
  );
  await play.press('Run');
  await expect(play.plan).toContainText('elsewhere');
});

test('a file is opened, and the text is formatted', async ({ page }) => {
  const play = await openPlayground(page);
  await play.put('-- an hour of work');
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({
    name: 'q.sql',
    mimeType: 'application/sql',
    buffer: Buffer.from('select id,total from orders where id=7'),
  });
  await expect.poll(() => play.text()).toContain('select id,total');
  await test.step('what was written stays beside it', async () => {
    await page.getByRole('button', { name: 'Back to my draft' }).click();
    await expect.poll(() => play.text()).toContain('an hour of work');
    await page.getByRole('button', { name: 'Back to my draft' }).click();
    await expect.poll(() => play.text()).toContain('select id,total');
  });
  await page.getByRole('button', { name: 'Format' }).click();
  await expect.poll(() => play.text()).toMatch(/from\s+orders\s+where\s+id = 7/);
  // The keys are meant for the text again.
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(play.results).toContainText('1 row');
  await choose.setInputFiles({ name: 'x.bin', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0]) });
  await expect(page.getByText('x.bin could not be read')).toBeVisible();
  await expect.poll(() => play.text()).toContain('orders');
});

test('an encoding that the engine cannot write is told as such, and nothing crashes', async ({ page }) => {
  const play = await openPlayground(page);
  await play.write("set client_encoding to 'LATIN1'");
  await play.press('Run');
  await expect(play.results.getByRole('alert')).toContainText('UTF-8 only');
});

test('the tabs move with the arrow keys', async ({ page }) => {
  await openPlayground(page);
  await page.getByRole('tab', { name: 'Results' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Plan' })).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Plan' })).toBeVisible();
});
