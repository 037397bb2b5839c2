import { expect, type Page } from '@playwright/test';
import { firstVisit, test } from './warm-browser.ts';
import { check, openExercise } from './workbench.ts';

const EXERCISE = 'one-customers-orders';
const PASSED = 'create index on orders (customer_id);';

/** Begins the visit with what the browser kept from an earlier one. */
async function keep(page: Page, progress: object): Promise<void> {
  const kept = { format: 1, exercises: {}, lessons: {}, predictions: {}, cards: {}, ...progress };
  await page.addInitScript((text) => {
    if (localStorage.getItem('planwright.progress') === null)
      localStorage.setItem('planwright.progress', text);
  }, JSON.stringify(kept));
}

test('the starting text comes back, and so does what stood in its place', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  await bench.put('create index mine on orders (id);');
  await page.getByRole('button', { name: 'Starting text' }).click();
  const said = page.getByRole('toolbar', { name: 'Commands' }).getByRole('status');
  await expect(said).toHaveText('Your text was replaced');
  await expect.poll(() => bench.text()).not.toContain('mine');
  await page.getByRole('button', { name: 'Back to my text' }).click();
  await expect(said).toHaveText('Your text is back');
  await expect.poll(() => bench.text()).toContain('create index mine on orders (id);');
  await bench.put('create index mine on orders (id); ');
  await expect(said).toHaveText('');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Starting text' })).toBeVisible();
  await expect.poll(() => bench.text()).toContain('mine');
});

test('hints are opened one at a time, and those that were opened stay open', async ({ page }) => {
  const bench = await openExercise(page, EXERCISE);
  const hints = page.getByRole('list', { name: 'Hints' }).getByRole('listitem');
  await expect(hints).toHaveCount(0);
  await bench.press('Hint');
  await expect(hints).toHaveText([/^Hint 1 of 3.*EXPLAIN/]);
  await test.step('one that was read is closed', async () => {
    await hints.getByText('Hint 1 of 3').click();
    await expect(hints.getByText('EXPLAIN')).toBeHidden();
    await hints.getByText('Hint 1 of 3').click();
    await expect(hints.getByText('EXPLAIN')).toBeInViewport();
  });
  await bench.press('Hint');
  await expect(hints).toHaveText([/EXPLAIN/, /WHERE clause/]);
  await page.reload();
  await expect(hints).toHaveText([/EXPLAIN/, /WHERE clause/]);
  await bench.press('Hint');
  await expect(hints).toHaveText([/EXPLAIN/, /WHERE clause/, /create index on orders/]);
  await expect(page.getByRole('button', { name: 'Hint', exact: true })).toBeDisabled();
});

test('an exercise that was passed says when, and shows the text that passed', async ({ page }) => {
  const passedAt = Date.UTC(2026, 0, 15, 12);
  await keep(page, {
    exercises: {
      [EXERCISE]: {
        state: 'passed',
        tries: 2,
        passedAt,
        draft: 'select 1;',
        answer: PASSED,
        answerAt: passedAt,
      },
    },
  });
  const bench = await openExercise(page, EXERCISE);
  await expect(bench.checks).toContainText('You passed this on Jan 15, 2026.');
  await expect(bench.checks.getByRole('listitem').first()).toContainText('passed before');
  await expect(bench.checks).not.toContainText('not run');
  await bench.checks.getByRole('button', { name: 'Show the text that passed' }).click();
  await expect.poll(() => bench.text()).toContain(PASSED);
  await expect(bench.checks.getByRole('button', { name: 'Show the text that passed' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to my text' }).click();
  await expect.poll(() => bench.text()).toContain('select 1;');
});

test('the home page leads back to where the reader was', async ({ page }) => {
  await page.goto('');
  await expect(page.getByText('Here is the first exercise.')).toBeVisible();
  await expect(page.getByText('Go on with')).toBeHidden();
  await keep(page, { lessons: { 'foundations/pages-and-tuples': { read: true, at: 1 } } });
  await page.reload();
  const line = page.getByText('Go on with');
  await expect(line).toBeVisible();
  const second = page.getByRole('list', { name: 'Lessons: Foundations' }).getByRole('link').nth(1);
  const title = (await second.textContent())?.trim() ?? '';
  await line.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('once the first exercise was passed, the home page shows what follows, and that one again', async ({
  page,
}) => {
  await keep(page, { exercises: { [EXERCISE]: { state: 'passed', tries: 1, passedAt: 1, answer: PASSED } } });
  await page.goto('');
  await expect(page.getByRole('region', { name: 'Editor' })).toBeHidden();
  const on = page.getByRole('region', { name: 'Go on' });
  await expect(on).toContainText('Exercise passed');
  const exercises = page.getByRole('list', { name: 'Exercises: Indexing' }).getByRole('link');
  const next = (await exercises.nth(1).textContent())?.trim() ?? '';
  await expect(on.getByRole('link', { name: `Next: ${next}` })).toBeVisible();
  await expect(on.getByRole('link', { name: 'Find where to begin' })).toBeVisible();
  await on.getByRole('button', { name: 'Show it again' }).click();
  await expect(on).toBeHidden();
  await expect(page.getByRole('region', { name: 'Editor' })).toBeInViewport();
});

test('the list of exercises stays narrowed when the reader comes back to it', async ({ page }) => {
  await keep(page, { exercises: { [EXERCISE]: { state: 'passed', tries: 1, passedAt: 1, answer: PASSED } } });
  await page.goto('exercises/');
  const filter = page.locator('pw-exercise-filter');
  const rows = page.locator('li[data-difficulty]:visible');
  const all = await rows.count();
  await filter.getByRole('combobox', { name: 'Difficulty' }).selectOption('5');
  await filter.getByRole('checkbox').check();
  await expect(page).toHaveURL(/\/exercises\/\?difficulty=5&open$/);
  const hard = await rows.count();
  expect(hard).toBeLessThan(all);
  await expect(filter.getByRole('status')).toHaveText(`${hard} of ${all}`);
  await rows.first().getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Task' })).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(hard);
  await expect(filter.getByRole('checkbox')).toBeChecked();
  await test.step('where nothing is left, all are one press away', async () => {
    await page.evaluate(() => {
      for (const link of document.querySelectorAll<HTMLElement>('[data-exercise]'))
        link.dataset.state = 'passed';
    });
    await filter.getByRole('combobox', { name: 'Difficulty' }).selectOption('4');
    await expect(page.getByText('You passed all of these.')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(rows).toHaveCount(all);
    await expect(page).toHaveURL(/\/exercises\/$/);
  });
  await test.step('an address narrows it to a topic', async () => {
    await page.goto('exercises/?topic=keyset-pagination');
    await expect(filter.getByRole('combobox', { name: 'Topic' })).toHaveValue('keyset-pagination');
    for (const row of await rows.all()) await expect(row).toContainText('keyset-pagination');
    expect(await rows.count()).toBeGreaterThan(1);
  });
});

firstVisit(
  'the draft survives a reload and the end of its tab, both in the middle of a check',
  async ({ page, context }) => {
    const bench = await openExercise(page, EXERCISE);
    await bench.write(`-- my thoughts so far\n${PASSED}`);
    await bench.press('Check');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
    await expect.poll(() => bench.text()).toContain('my thoughts so far');
    await firstVisit.step('the tab is closed, and the check with it', async () => {
      await bench.put(`-- and a better one\n${PASSED}`);
      await bench.press('Check');
      await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
      await page.close();
      const again = await openExercise(await context.newPage(), EXERCISE);
      await expect.poll(() => again.text()).toContain('and a better one');
      await expect(again.checks).toContainText('not run');
      await expect(again.checks).not.toContainText(/passed/);
      await again.page.goto('exercises/');
      await expect(again.page.locator(`[data-exercise="${EXERCISE}"]`)).not.toContainText(
        /passed|done|tried/i,
      );
    });
  },
);

firstVisit('two tabs on one exercise do not lose each other’s texts', async ({ context }) => {
  const first = await openExercise(await context.newPage(), EXERCISE);
  const second = await openExercise(await context.newPage(), EXERCISE);
  await first.put('-- an hour of work');
  const kept = () => first.page.evaluate(() => localStorage.getItem('planwright.progress'));
  await expect.poll(kept).toContain('an hour of work');
  await expect.poll(() => second.text()).toContain('an hour of work');
  await second.page.getByRole('button', { name: 'Scratch' }).click();
  await second.put('-- only tried');
  await expect.poll(kept).toContain('only tried');
  await first.page.reload();
  await expect.poll(() => first.text()).toContain('an hour of work');
  await first.page.getByRole('button', { name: 'Scratch' }).click();
  await expect.poll(() => first.text()).toContain('only tried');
});

firstVisit('two tabs on two exercises do not lose each other’s progress', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  const first = await openExercise(one, EXERCISE);
  await openExercise(two, 'sign-in-by-email');
  await first.put('create index on orders (customer_id);');
  await check(first);
  await two.goto('exercises/');
  await expect(two.locator(`[data-exercise="${EXERCISE}"]`)).toContainText(/passed|done/i);
});
