import { expect, type Locator, type Page } from '@playwright/test';
import { firstVisit, test } from './warm-browser.ts';
import { databaseWorkers, openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';

firstVisit('a browser without WebAssembly is told so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  const bench = await openExercise(page, EXERCISE);
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/no WebAssembly/);
  await page.goto('learn/foundations/reading-a-plan/');
  await page.getByRole('button', { name: 'Run', exact: true }).first().click();
  await expect(page.getByRole('alert')).toContainText(/no WebAssembly.*Use a current Firefox/);
});

function looksOf(message: Locator): Promise<readonly string[]> {
  return message.evaluate((element) => {
    const { color, fontSize, borderLeft, backgroundColor } = getComputedStyle(element);
    return [color, fontSize, borderLeft, backgroundColor];
  });
}

firstVisit('a browser that is too old is told so, and which ones are not', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Promise, 'withResolvers'));
  const bench = await openExercise(page, EXERCISE);
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/browser is too old.*Safari from 17\.4 on/);
  // Nothing is downloaded for it, and nothing is left running.
  expect(page.workers()).toEqual([]);
  await page.goto('playground/');
  await bench.press('Run');
  await expect(bench.results.getByRole('alert')).toContainText(/browser is too old/);
  await expect(page.getByText('Starting PostgreSQL')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  const looks = await looksOf(bench.results.getByRole('alert'));
  await page.goto('learn/foundations/reading-a-plan/');
  await page.getByRole('button', { name: 'Run', exact: true }).first().click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/browser is too old.*Safari from 17\.4 on/);
  expect(await looksOf(alert)).toEqual(looks);
});

const WITHOUT_WORKERS = {
  'has no workers': () => Reflect.deleteProperty(globalThis, 'Worker'),
  'allows no workers': () => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('denied', 'SecurityError');
      }
    } as unknown as typeof Worker;
  },
};
for (const [what, take] of Object.entries(WITHOUT_WORKERS)) {
  firstVisit(`a browser that ${what} is told so`, async ({ page }) => {
    await page.addInitScript(take);
    const bench = await openExercise(page, EXERCISE);
    await bench.press('Run');
    await expect(bench.results.getByRole('alert')).toContainText(/does not allow workers/);
  });
}

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

test('a run asks for nothing that the policy of the page refuses', async ({ page }) => {
  const refused: string[] = [];
  await page.exposeFunction('tellRefused', (what: string) => refused.push(what));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      Reflect.get(globalThis, 'tellRefused')(`${effectiveDirective} ${blockedURI}`),
    ),
  );
  const bench = await openExercise(page, EXERCISE);
  await page.getByRole('button', { name: 'Try this query' }).click();
  await expect(bench.results).toContainText('22 rows');
  await bench.idle();
  expect(refused).toEqual([]);
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
  await expect(alert).toContainText('There is no memory left for the database.');
  await expect(alert).toContainText(/close other tabs/i);
  await expect.poll(() => bench.text()).toContain('select 1;');
  await bench.idle();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
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
