import { expect, type Page } from '@playwright/test';
import { openPlayground } from './open-playground.ts';
import { test } from './warm-browser.ts';

const SALES = 'id,Sold on,Amount,Code,Note\n1,2024-01-05,12.50,007,"two, red"\n2,2024-01-06,3,012,\n';

async function open(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('A file of SQL or CSV').setInputFiles(file);
}

test('a CSV file becomes a table, and what is wrong with one is said with its line', async ({ page }) => {
  const play = await openPlayground(page, 'empty');
  await test.step('a table with the types of its values', async () => {
    await open(page, 'Sales 2024.csv', SALES);
    const drop = page.getByRole('region', { name: 'Load Sales 2024.csv' });
    await expect(drop.getByLabel('Type of sold_on')).toHaveValue('date');
    await expect(drop.getByLabel('Type of amount')).toHaveValue('numeric');
    await expect(drop.getByLabel('Type of code')).toHaveValue('text');
    await drop.getByRole('button', { name: 'Create and load' }).click();
    await expect(drop).toHaveCount(0, { timeout: 60_000 });
    await expect(page.getByText('sales_2024 is a table of this database now, with 2 rows.')).toBeVisible();
    await expect.poll(() => play.text()).toContain('select * from sales_2024 limit 20;');
    await play.run('select sum(amount), count(note), min(code), pg_typeof(min(sold_on)) from sales_2024;');
    await expect(play.results.getByRole('row').last()).toContainText(/15\.50.*1.*007.*date/);
    await expect(page.getByRole('region', { name: 'Schema' })).toContainText('sales_2024');
  });
  await test.step('what is wrong is said, and nothing is left behind', async () => {
    await open(page, 'short.csv', 'a,b\n1,2\n3\n');
    await expect(page.getByText('Line 3 has 1 field; the first line has 2.')).toBeVisible();
    await open(page, 'codes.csv', 'code\n1\nx\n');
    const drop = page.getByRole('region', { name: 'Load codes.csv' });
    await drop.getByLabel('Type of code').selectOption('integer');
    await drop.getByRole('button', { name: 'Create and load' }).click();
    await expect(drop.getByRole('alert')).toContainText('Line 3:', { timeout: 60_000 });
    await expect(drop.getByRole('alert')).toContainText('Nothing was loaded.');
    await play.idle();
    await play.run("select count(*) from pg_class where relname = 'codes';");
    await expect(play.results.getByRole('cell').first()).toHaveText('0');
  });
});

test('a table that was pasted in place of SQL becomes one, and the text becomes its query', async ({
  page,
}) => {
  const play = await openPlayground(page, 'empty');
  await play.put('code,amount\na,1\nb,2\n');
  await play.press('Run');
  const drop = page.getByRole('region', { name: 'Load pasted.csv' });
  await expect(drop.getByLabel('Type of amount')).toHaveValue('integer');
  await expect(drop).toContainText('What you ran is a table and not SQL: 2 rows, 2 columns.');
  expect(await play.text()).toContain('code,amount');
  await drop.getByRole('button', { name: 'Create and load' }).click();
  await expect(drop).toHaveCount(0);
  await expect.poll(async () => (await play.text()).trim()).toBe('select * from pasted limit 20;');
  await play.press('Run');
  await expect(play.results).toContainText('2 rows');
  await open(page, 'pasted.csv', 'a,b\n1,2\n');
  await expect(drop).toContainText('pasted.csv: 1 row, 2 columns.');
});

test('a file that is dropped on the editor is taken as one that was opened', async ({ page }) => {
  await openPlayground(page, 'empty');
  const editor = page.getByRole('region', { name: 'Editor' });
  await editor.getByRole('textbox').first().focus();
  await expect(editor.locator('.monaco-editor').first()).toBeVisible();
  const held = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['code,amount\na,1\nb,2\n'], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  });
  await editor.locator('.monaco-editor').first().dispatchEvent('drop', { dataTransfer: held });
  const drop = page.getByRole('region', { name: 'Load dropped.csv' });
  await expect(drop.getByLabel('Type of amount')).toHaveValue('integer');
});

test('of two files, the one that was opened last is shown, however long the first takes', async ({
  page,
}) => {
  await openPlayground(page, 'empty');
  const lines = Array.from({ length: 200_000 }, (_, at) => `${at},name ${at},${at / 4}`);
  await open(page, 'large.csv', `id,name,amount\n${lines.join('\n')}\n`);
  await open(page, 'small.csv', 'a,b\n1,2\n');
  await expect(page.getByRole('region', { name: 'Load small.csv' })).toBeVisible();
  const reading = () => page.workers().filter((worker) => worker.url().includes('csv-worker')).length;
  await expect.poll(reading).toBe(0);
  await expect(page.getByRole('region', { name: /^Load/ })).toHaveAccessibleName('Load small.csv');
});
