import { expect } from '@playwright/test';
import { firstVisit, test } from './warm-browser.ts';
import { check, openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';

test('a mistake is shown with its place, endless recursion with its cause, and the text is kept', async ({
  page,
}) => {
  const bench = await openExercise(page, EXERCISE);
  await test.step('a check of a mistake, before anything else, says where its plan is not', async () => {
    await bench.put('creat index on orders (customer_id);');
    await check(bench);
    await expect(bench.plan).toContainText('There is no plan yet');
  });
  await test.step('a syntax error is shown with its place and keeps the text', async () => {
    await bench.write('select id from orders\nwhere customer_id == 42;');
    await bench.press('Run');
    await expect(bench.results.getByRole('alert')).toContainText(/operator does not exist|syntax error/);
    await expect(bench.results.locator('mark')).toBeVisible();
    await expect.poll(() => bench.text()).toContain('customer_id == 42');
  });
  await test.step('a check says it once, not for each of the checks that were not run', async () => {
    await check(bench);
    await expect(bench.checks.getByRole('alert')).toContainText(/operator does not exist|syntax error/);
    await expect(bench.checks).toContainText('not run');
    await expect(bench.checks).not.toContainText('not accepted');
    // Not the plan of the run before it.
    await expect(bench.plan).toContainText('There is no plan yet');
  });
  await test.step('a mistake in line 40 is seen at once, before what the 39 lines above it returned', async () => {
    await bench.put(`${'select 1;\n'.repeat(39)}select nope from orders;`);
    await bench.press('Run');
    const alert = bench.results.getByRole('alert');
    await expect(alert).toContainText('line 40');
    await expect(alert).toBeInViewport();
    await expect(bench.results).toContainText('Before it, 39 statements ran');
    await bench.idle();
  });
  await test.step('a run that fails while the plan of a check is shown brings its error to the front', async () => {
    await bench.put('select 1;');
    await check(bench);
    await expect(bench.plan).toBeVisible();
    await bench.put('select nope from orders;');
    await bench.press('Run');
    await expect(bench.results.getByRole('alert')).toContainText('column "nope" does not exist');
    await bench.idle();
  });
  await test.step('functions that call themselves for ever are told to be the cause', async () => {
    await bench.put(
      `set check_function_bodies = off;
     create function g(i int) returns int language sql as 'select g(i + 1) + 1';
     select g(1);`,
    );
    await bench.press('Run');
    await expect(bench.results.getByRole('alert')).toContainText(/calls itself|stack depth/i);
    await bench.idle();
  });
});

test('a query is stopped by hand, a table is dropped, and each time the next run finds a whole database', async ({
  page,
}) => {
  const bench = await openExercise(page, EXERCISE);
  await test.step('a runaway query is stopped, and the next run works', async () => {
    await bench.write('select pg_sleep(1000);');
    await bench.press('Run');
    await expect(page.getByRole('status').filter({ hasText: 'Running' })).toBeVisible({ timeout: 30_000 });
    await bench.press('Stop');
    await bench.idle();
    await expect(bench.results).toContainText(/you stopped it/);
    await bench.put('select 6 * 7 as answer;');
    await bench.press('Run');
    await expect(bench.results).toContainText('42');
    await bench.idle();
  });
  await test.step('a dropped table is back after Reset', async () => {
    await bench.put('drop table orders cascade;');
    await bench.press('Run');
    await expect(bench.results).toContainText('DROP TABLE');
    await bench.idle();
    await bench.press('Reset');
    await bench.idle();
    await bench.put('select count(*) from orders;');
    await bench.press('Run');
    await expect(bench.results).toContainText('200000');
    await bench.idle();
  });
  const markup = '<img src=x onerror="document.title=1">';
  await test.step('markup in data and in column names is text', async () => {
    await bench.put(
      `select '${markup}' as "<b>name</b>", 1 as a, 2 as a, 3 as "__proto__", null as nothing;`,
    );
    await bench.press('Run');
    await expect(bench.results).toContainText(markup);
    await expect(bench.results.getByRole('columnheader', { name: '<b>name</b>' })).toBeVisible();
    await expect(bench.results.locator('img')).toHaveCount(0);
  });
  await test.step('columns of one name, and of a name that objects have, keep their order and their values', async () => {
    const names = ['<b>name</b>', 'a', 'a', '__proto__', 'nothing'];
    await expect(bench.results.getByRole('columnheader')).toHaveText(names);
    await expect(bench.results.getByRole('cell')).toHaveText([markup, '1', '2', '3', 'NULL']);
  });
});

firstVisit('two million rows and a 200 MB cell leave the page alive', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.put(
    "select g, md5(g::text) from generate_series(1, 2000000) g; select repeat('x', 200000000);",
  );
  await bench.press('Run');
  await bench.idle();
  await expect(bench.results).toContainText('2,000,000');
  await bench.put('select 1 as still_here;');
  await bench.press('Run');
  await expect(bench.results).toContainText('still_here');
});

firstVisit('ten thousand statements and a table of 1,600 columns leave the page alive', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  const cells = () => bench.results.locator('td').count();
  await bench.put('select 1;\n'.repeat(10_000));
  await bench.press('Run');
  await expect(bench.results).toContainText('The results of the first 50 of 10,000 statements.');
  expect(await cells()).toBe(50);
  await bench.results.getByRole('button', { name: 'Show 50 more' }).click();
  await expect.poll(cells).toBe(100);
  await bench.idle();
  const columns = Array.from({ length: 1_600 }, (_, at) => `g as c${at}`);
  await bench.put(`select ${columns} from generate_series(1, 1000) g;`);
  await bench.press('Run');
  await expect(bench.results).toContainText('c1599');
  expect(await cells()).toBeLessThan(20_000);
  await bench.idle();
});
