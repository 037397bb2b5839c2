import { expect } from '@playwright/test';
import { openPlayground } from './open-playground.ts';
import { test } from './warm-browser.ts';

test('the schema shows what is there, and what was just made', async ({ page }) => {
  const schema = page.getByRole('region', { name: 'Schema' });
  const play = await openPlayground(page);
  await expect(schema.getByRole('list', { name: 'Tables that come with it' })).toContainText('200,000 rows');
  await test.step('a failed transaction is no database without tables', async () => {
    await play.run('begin; select 1 / 0;');
    await expect(schema).toContainText('appear when they can be read');
    await expect(schema.getByRole('list', { name: 'Tables that come with it' })).toBeVisible();
    await play.run('rollback;');
  });
  await schema.getByText('orders', { exact: true }).click();
  await expect(schema.getByRole('list', { name: 'Columns of orders' })).toContainText('to customers (id)');
  await play.run(
    'create table mine (id int primary key, note text); insert into mine values (1), (2); analyze mine;',
  );
  await expect(schema.getByText('mine', { exact: true })).toBeVisible();
  await expect(schema).toContainText('2 rows');
  await test.step('what a stopped database held is not listed any more', async () => {
    await play.put('select pg_sleep(20);');
    await play.press('Run');
    await play.press('Stop');
    await play.idle();
    await expect(play.results).toContainText('you stopped it');
    await expect(schema.getByText('mine', { exact: true })).toHaveCount(0);
    await play.run('create table mine ();');
    await expect(schema.getByText('mine', { exact: true })).toBeVisible();
  });
  await play.press('Reset');
  await play.idle();
  await expect(page.getByRole('toolbar', { name: 'Commands' }).getByRole('status')).toHaveText(
    'Fresh database. Your text is kept.',
  );
  await expect(schema.getByText('mine', { exact: true })).toHaveCount(0);
});
