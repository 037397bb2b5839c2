import { expect, type Page } from '@playwright/test';
import { serveDamagedOnce } from './damage-once.ts';
import { holdDownloads } from './hold-downloads.ts';
import { firstVisit, test } from './warm-browser.ts';
import { benchOf, check, databaseWorkers, openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';

test('a mistake is shown with its place, endless recursion with its cause, and the text is kept', async ({
  page,
}) => {
  const bench = await openExercise(page, EXERCISE);
  await test.step('a syntax error is shown with its place and keeps the text', async () => {
    await bench.write('select id from orders\nwhere customer_id == 42;');
    await bench.press('Run');
    await expect(bench.results.getByRole('alert')).toContainText(/operator does not exist|syntax error/);
    await expect(bench.results.locator('mark')).toBeVisible();
    await expect.poll(() => bench.text()).toContain('customer_id == 42');
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

firstVisit('a damaged download is a readable failure', async ({ page }) => {
  await page.route('**/engine/shop-*.bin', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[5000] = (body[5000] ?? 0) ^ 255;
    await route.fulfill({ response, body });
  });
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 1;');
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/damaged/i);
  await expect.poll(() => bench.text()).toContain('select 1;');
});

firstVisit('a copy that was damaged once is fetched past the browser’s cache', async ({ page, baseURL }) => {
  const site = await serveDamagedOnce(baseURL ?? '', /\/engine\/.*\.bin$/);
  await page.goto(`${site.address}exercises/${EXERCISE}/`);
  const bench = benchOf(page);
  await bench.put('select 6 * 7 as answer;');
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
  const files = [...site.asked].filter(([path]) => path.endsWith('.bin'));
  expect(files.map(([, times]) => times)).toEqual([2, 2, 2, 2]);
  site.close();
});

firstVisit('a blocked download is a readable failure', async ({ page }) => {
  await page.route('**/engine/*.bin', (route) => route.abort());
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 1;');
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/could not be downloaded/i);
});

firstVisit(
  'an SQL parser that does not come is told to be a part of the page that is missing',
  async ({ page }) => {
    await page.route('**/_astro/libpg-query-*.wasm', (route) => route.abort());
    const bench = await openExercise(page, EXERCISE);
    await bench.put('select 1; select 2;');
    await bench.press('Run');
    await expect(bench.results.getByRole('alert')).toContainText(
      /parser did not load.*check the connection/i,
    );
  },
);

firstVisit(
  'Stop ends the wait for a download at once, and the next run takes what it brought',
  async ({ page }) => {
    const release = await holdDownloads(page);
    const bench = await openExercise(page, EXERCISE);
    await bench.put('select 6 * 7 as answer;');
    await bench.press('Run');
    await bench.press('Stop');
    await expect(bench.results).toContainText(/you stopped it/);
    await bench.idle();
    release();
    await bench.press('Run');
    await expect(bench.results).toContainText('42');
  },
);

firstVisit('once it is loaded it works offline', async ({ page, context }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 1 as one;');
  await bench.press('Run');
  await expect(bench.results).toContainText('one');
  await context.setOffline(true);
  await bench.put('select 6 * 7 as answer;');
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
  await bench.press('Reset');
  await bench.idle();
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
  await bench.idle();
  await bench.put('create index on orders (customer_id);');
  await check(bench);
  await expect(bench.checks.getByRole('status')).toHaveText('Exercise passed');
  await page.getByRole('tab', { name: 'Runs' }).click();
  await expect(page.getByRole('region', { name: 'Runs' })).toContainText('create index on orders');
  await page.getByRole('tab', { name: 'Pages' }).click();
  await page.getByRole('button', { name: 'Show the pages' }).click();
  // An extension's library comes when it is asked for.
  await expect(page.getByRole('region', { name: 'Pages' })).toContainText(
    'A part of the engine could not be loaded. Check the connection',
  );
});

firstVisit('a pane that did not load comes when it is shown once more', async ({ page }) => {
  await page.route('**/_astro/machine-panes.*.js', (route) => route.abort());
  const bench = await openExercise(page, EXERCISE);
  await page.getByRole('tab', { name: 'Pages' }).click();
  await expect(page.getByRole('region', { name: 'Pages' }).getByRole('alert')).toContainText(
    /did not load.*try once more.*text is kept/,
  );
  await page.unroute('**/_astro/machine-panes.*.js');
  await page.getByRole('tab', { name: 'Results' }).click();
  await expect(bench.results).toBeVisible();
  await page.getByRole('tab', { name: 'Pages' }).click();
  await expect(page.getByRole('button', { name: 'Show the pages' })).toBeVisible();
});

firstVisit('a browser without WebAssembly is told so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  const bench = await openExercise(page, EXERCISE);
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/no WebAssembly/);
  await page.goto('learn/foundations/reading-a-plan/');
  await page.getByRole('button', { name: 'Run', exact: true }).first().click();
  await expect(page.getByRole('alert')).toContainText(/no WebAssembly.*Use a current Firefox/);
});

firstVisit('a browser that allows no workers is told so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  const bench = await openExercise(page, EXERCISE);
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/does not allow workers/);
});

test('where nothing may be kept, the page says so and works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const bench = await openExercise(page, EXERCISE);
  await expect(page.getByText(/does not let the page keep anything/)).toBeVisible();
  await bench.put('select 6 * 7 as answer;');
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
});

const REFUSE_MEMORY = `{
  const refuse = () => Promise.reject(new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance'));
  WebAssembly.instantiate = refuse;
}
`;

firstVisit('a browser without memory to spare is told, and the text is kept', async ({ page }) => {
  await page.route('**/_astro/browser-worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: REFUSE_MEMORY + (await response.text()) });
  });
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 1;');
  await bench.press('Run');
  const alert = bench.results.getByRole('alert');
  await expect(alert).toContainText(/out of memory/i);
  await expect(alert).toContainText(/close other tabs/i);
  await expect.poll(() => bench.text()).toContain('select 1;');
  await bench.idle();
});

function databaseWorker(page: Page) {
  const [worker] = databaseWorkers(page);
  if (!worker) throw new Error('the page has no database worker');
  return worker;
}

test('an engine that crashes in the middle of a query is our fault, said so, and the next run works', async ({
  page,
}) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.write('select 1 as one;');
  await bench.press('Run');
  await expect(bench.results).toContainText('one');
  await bench.idle();
  await databaseWorker(page).evaluate(() => {
    const post = self.postMessage.bind(self);
    // Only the answer to the query below: the page asks the database things of its own as well.
    self.postMessage = (message: unknown) => {
      if (!JSON.stringify(message).includes('"answer"')) return post(message);
      setTimeout(() => {
        throw new WebAssembly.RuntimeError('memory access out of bounds');
      });
    };
  });
  await bench.write('select 6 * 7 as answer;');
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(
    /fault of the embedded engine, not of your SQL/,
  );
  await expect.poll(() => bench.text()).toContain('6 * 7');
  await bench.idle();
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
});

test('an engine that dies while nobody looks is replaced at the next run', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.put('select 6 * 7 as answer;');
  await bench.press('Run');
  await expect(bench.results).toContainText('42');
  await bench.idle();
  await databaseWorker(page).evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('memory access out of bounds');
    });
  });
  await bench.put("select 'still ' || 'here' as said;");
  await bench.press('Run');
  await expect(bench.results).toContainText('still here');
});
