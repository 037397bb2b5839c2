import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './warm-browser.ts';
import { check, openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

/** What is said of what is being waited for, or of what was done last. */
const said = (page: Page) => page.getByRole('toolbar', { name: 'Commands' }).getByRole('status');

test('rows that a run returns are shown, whatever was shown before', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.put('create index on orders (customer_id);');
  await check(bench);
  await expect(tab(page, 'Plan')).toHaveAttribute('aria-selected', 'true');
  await test.step('a statement without rows leaves the reader on Plan', async () => {
    await bench.press('Run');
    await bench.idle();
    await expect(bench.plan).toBeVisible();
  });
  await test.step('rows come into sight', async () => {
    await bench.put("select indexname from pg_indexes where tablename = 'orders';");
    await bench.press('Run');
    await expect(bench.results).toBeVisible();
    await expect(bench.results).toContainText('orders_pkey');
  });
});

test('a query that is rewritten is run beside its plan where the reader opened Plan', async ({ page }) => {
  const bench = await openExercise(page, 'orders-of-a-day');
  await bench.put('select id, total from orders where id = 1');
  await tab(page, 'Plan').click();
  await bench.press('Run');
  await bench.idle();
  await expect(bench.plan).toBeVisible();
});

test('the shortcuts of Run and Check work in all of the workbench, and nowhere else', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  const runs = page.locator('.pw-runs > li');
  await bench.put('create index on orders (customer_id);');
  await test.step('on a tab', async () => {
    await tab(page, 'Results').focus();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(bench.results).toContainText('CREATE INDEX');
    await bench.idle();
  });
  await test.step('on the button that it belongs to, once', async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+Enter');
    await bench.idle();
    await tab(page, 'Runs').click();
    await expect(runs).toHaveCount(2);
  });
  await test.step('where it was clicked on what cannot be pressed', async () => {
    await page.locator('.pw-bench-output').click({ position: { x: 4, y: 80 } });
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(runs).toHaveCount(3);
    await bench.idle();
  });
  await test.step('and nowhere else', async () => {
    await page.getByRole('link', { name: 'Playground', exact: true }).first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(runs).toHaveCount(3);
  });
  await test.step('Check as well', async () => {
    await tab(page, 'Runs').focus();
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed');
  });
});

test('a second press of Stop resets nothing, and how long it runs is said', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 900 });
  const bench = await openExercise(page, EXERCISE);
  const commands = page.getByRole('toolbar', { name: 'Commands' });
  const height = async () => (await commands.boundingBox())?.height;
  const before = await height();
  await bench.put('select pg_sleep(20);');
  await expect(page.getByRole('button', { name: 'Starting text' })).toBeVisible();
  expect(await height(), 'what is below does not move when something is written').toBe(before);
  await bench.press('Run');
  await expect(commands).toContainText(/Running\s*[3-9] s/);
  expect(await height(), 'nor when something runs').toBe(before);
  await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
  // It stands in the same place and has the focus.
  await expect(page.getByRole('button', { name: 'Reset', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await bench.idle();
  await page.waitForTimeout(300);
  await expect(bench.results).toContainText('you stopped it');
  await expect(said(page)).not.toContainText('Fresh database');
  await test.step('some moments later it does', async () => {
    await bench.press('Reset');
    await expect(said(page)).toContainText('Fresh database');
  });
});

test('what is said of a text is said beside it, and Check names the text that it grades', async ({
  page,
}) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 1;');
  await page.getByRole('button', { name: 'Starting text' }).click();
  await expect(said(page)).toHaveText('Your text was replaced');
  await page.getByRole('button', { name: 'Scratch', exact: true }).click();
  await expect(said(page)).toHaveText('');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toHaveCount(0);
  const checkAnswer = page.getByRole('button', { name: 'Check answer', exact: true });
  await expect(checkAnswer).not.toHaveAttribute('data-primary');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(said(page)).toHaveText('Your text was replaced');
});

test('the columns and indexes of an exercise’s tables are a tab away, with what was made of them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const bench = await openExercise(page, EXERCISE);
  await tab(page, 'Schema').click();
  const schema = page.getByRole('tabpanel', { name: 'Schema', exact: true });
  await expect(schema.getByRole('list', { name: 'Columns of orders' })).toContainText('customer_id');
  await expect(schema.getByRole('list', { name: 'Indexes of orders' })).toContainText('orders_pkey');
  await bench.put('create index by_customer on orders (customer_id);');
  await bench.press('Run');
  await bench.idle();
  await expect(schema.getByRole('list', { name: 'Indexes of orders' })).toContainText('by_customer');
  await bench.press('Reset');
  await expect(schema.getByRole('list', { name: 'Indexes of orders' })).not.toContainText('by_customer');
});

test('Inside opens on the exercise’s own tables, and on the index that was just made', async ({ page }) => {
  const bench = await openExercise(page, 'thread-by-number');
  const look = async () => {
    await tab(page, 'Inside').click();
    await page.getByRole('button', { name: 'Look inside' }).click();
    await bench.idle();
  };
  const choice = page.getByRole('tabpanel', { name: 'Inside', exact: true }).getByLabel('Index or table');
  await look();
  await expect(choice).toHaveValue('threads_pkey');
  await test.step('one that was made', async () => {
    const other = await openExercise(page, EXERCISE);
    await other.put('create index by_customer on orders (customer_id);');
    await look();
    await expect(choice).toHaveValue('by_customer');
  });
});

test('after a pass the lessons and the author’s answer are there, and not before', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  const answers: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes(`exercises/${EXERCISE}/answer`)) answers.push(request.url());
  });
  await bench.put('select 1;');
  await check(bench);
  const author = bench.checks.getByText('The author’s answer');
  await expect(author).toHaveCount(0);
  expect(await page.content()).not.toContain('create index on orders (customer_id);');
  await bench.put('create index mine on orders (customer_id);');
  await check(bench);
  await expect(bench.checks.getByRole('link', { name: 'An index on one column' })).toBeVisible();
  await expect(author).toBeVisible();
  expect(answers).toEqual([]);
  await author.click();
  const solution = readFileSync(
    join(import.meta.dirname, '..', 'exercises', EXERCISE, 'solution.sql'),
    'utf8',
  );
  await expect(bench.checks.locator('pre.pw-sql')).toHaveText(solution.trim());
  expect(answers).toHaveLength(1);
  await test.step('and in a later visit', async () => {
    await page.reload();
    await author.click();
    await expect(bench.checks.locator('pre.pw-sql')).toHaveText(solution.trim());
  });
});

test('Hint looks spent after the last one, and keeps the focus', async ({ page }) => {
  await openExercise(page, EXERCISE);
  const hint = page.getByRole('button', { name: 'Hint', exact: true });
  const colour = () => hint.evaluate((button) => getComputedStyle(button).color);
  const before = await colour();
  for (let at = 0; at < 3; at += 1) await hint.press('Enter');
  await expect(hint).toBeDisabled();
  await expect(hint).toBeFocused();
  expect(await colour()).not.toBe(before);
});
