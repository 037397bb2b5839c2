import { expect } from '@playwright/test';
import { holdDownloads } from './hold-downloads.ts';
import { firstVisit, test } from './warm-browser.ts';
import { openExercise } from './workbench.ts';

const LESSON = 'learn/foundations/reading-a-plan/';

firstVisit.describe('without JavaScript', () => {
  firstVisit.use({ javaScriptEnabled: false });

  firstVisit('a lesson reads whole', async ({ page }) => {
    await page.goto(LESSON);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('pw-sql pre').first()).toContainText('select');
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0);
  });

  firstVisit('home says what it takes to solve its exercise', async ({ page }) => {
    await page.goto('');
    // Playwright finds no text inside noscript.
    const said = page.locator('noscript .pw-notice');
    await expect(said).toBeVisible();
    await expect(said).toContainText('needs JavaScript');
  });

  firstVisit('an exercise shows its task, its goals and its starting text', async ({ page }) => {
    await page.goto('exercises/one-customers-orders/');
    await expect(page.getByRole('region', { name: 'Task' })).toContainText('customer');
    await expect(page.getByText('through an index').first()).toBeVisible();
    await expect(page.locator('noscript .pw-notice')).toContainText('needs JavaScript');
    await expect(page.getByText('Taught in').getByRole('link').first()).toHaveAttribute('href', /\/learn\//);
  });
});

firstVisit(
  'a lesson’s block runs on the real engine, by the keys that its button shows',
  async ({ page }) => {
    await page.goto(LESSON);
    const block = page
      .getByRole('group')
      .filter({ has: page.getByRole('button', { name: 'Run', exact: true }) })
      .first();
    await expect(block.getByRole('button', { name: 'Run', exact: true })).toContainText(/(Ctrl|⌘) ↵/);
    await block.getByRole('textbox').press('ControlOrMeta+Enter');
    await expect(block).toContainText(/\d\s(ms|s)/, { timeout: 60_000 });
  },
);

firstVisit(
  'a block that waits for the download is stopped at once, and runs when it is there',
  async ({ page }) => {
    const release = await holdDownloads(page);
    await page.goto(LESSON);
    const block = page.locator('pw-sql').first();
    const run = block.getByRole('button', { name: 'Run', exact: true });
    await run.click();
    await block.getByRole('button', { name: 'Stop' }).click();
    await expect(block.getByRole('status')).toContainText('Stopped');
    await expect(run).not.toHaveAttribute('aria-disabled');
    release();
    await run.click();
    await expect(block).toContainText(/\d\s(ms|s)/);
  },
);

firstVisit('the main pages answer, without errors in the console', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  for (const path of ['', 'exercises/', 'playground/', 'interview/', 'progress/', 'teach/', LESSON]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
  expect(errors).toEqual([]);
});

firstVisit('no page asks anybody else for anything', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:') && !url.startsWith('blob:'))
      foreign.push(url);
  });
  await page.goto(LESSON);
  const bench = await openExercise(page, 'one-customers-orders');
  await bench.write('select 42 as answer;');
  await bench.press('Run');
  await expect(bench.results).toContainText('answer', { timeout: 60_000 });
  expect(foreign).toEqual([]);
});

test('the sidebar lists each module’s lessons in the order of the home page', async ({ page }) => {
  await page.goto('');
  const course = page.getByRole('region', { name: 'The course' });
  const listed = await course.getByRole('list', { name: /^Lessons: / }).all();
  const modules = await Promise.all(
    listed.map(async (list) => ({
      name: (await list.getAttribute('aria-label'))?.replace('Lessons: ', '') ?? '',
      lessons: (await list.getByRole('link').allTextContents()).map((text) => text.trim()),
    })),
  );
  expect(modules.map(({ lessons }) => lessons.length > 0)).not.toContain(false);
  await page.goto(LESSON);
  const sidebar = page.getByRole('navigation', { name: 'Lessons' });
  const groups = await sidebar.locator('.modules > li').all();
  expect(groups).toHaveLength(modules.length);
  for (const [index, group] of groups.entries()) {
    const { name = '', lessons = [] } = modules[index] ?? {};
    await expect(group.locator('summary')).toContainText(name);
    const links = group.locator('a');
    expect((await links.allTextContents()).map((text) => text.trim())).toEqual(lessons);
  }
  await expect(sidebar.locator('[aria-current="page"]')).toBeVisible();
});

test('previous and next lead through a module and on to the next one', async ({ page }) => {
  await page.goto('learn/indexing/equality/');
  const turn = page.getByRole('navigation', { name: 'Previous and next' });
  await expect(turn.getByRole('link', { name: /^Previous/ })).toHaveAttribute('href', /\/foundations\//);
  await turn.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/\/indexing\/(?!equality)[a-z-]+\/$/);
  await turn.getByRole('link', { name: /^Previous/ }).click();
  await expect(page).toHaveURL(/\/indexing\/equality\/$/);
});

firstVisit('the theme is chosen with a button and kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(LESSON);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  await expect.poll(ground).not.toBe(light);
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#1c1f24');
  await page.goto('exercises/');
  await expect(page.getByRole('button', { name: 'Use the light theme' })).toBeVisible();
  expect(await ground()).not.toBe(light);
});

test('a lesson’s address that is cut short leads to its module, and modules are numbered without a gap', async ({
  page,
}) => {
  await page.goto('learn/indexing/');
  await page.waitForURL('**/#module-indexing');
  await expect(page.locator('#module-indexing')).toBeInViewport();
  for (const [path, numbers] of [
    ['', '#course .number'],
    ['learn/indexing/equality/', '.modules .number'],
  ] as const) {
    await page.goto(path);
    const shown = await page.locator(numbers).allTextContents();
    expect(shown.length, path).toBeGreaterThan(1);
    expect(shown, path).toEqual(shown.map((_, at) => String(at + 1)));
  }
});

test('search finds a lesson by a word of its text', async ({ page }) => {
  await page.goto('exercises/');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('searchbox', { name: 'Search lessons and exercises' }).fill('visibility map');
  const hits = page.getByRole('dialog', { name: 'Search' }).getByRole('link');
  await expect(hits.first()).toContainText(/covering/i);
  await test.step('each hit says what it is, and those of SQL words are lessons and exercises', async () => {
    await expect(hits.first()).toContainText('Lesson');
    const search = page.getByRole('searchbox', { name: 'Search lessons and exercises' });
    for (const word of ['bitmap', 'seq scan']) {
      await search.fill(word);
      await expect(hits.first()).toContainText(new RegExp(word, 'i'));
      for (const hit of await hits.all()) await expect(hit.locator('small')).toHaveText(/Lesson|Exercise/);
    }
    await search.fill('index only scan');
    await expect(hits.first()).toContainText('Covering indexes');
  });
  await test.step('opened again, the words of the last search are typed over', async () => {
    for (const key of ['Escape', 'ControlOrMeta+k']) await page.keyboard.press(key);
    await page.keyboard.type('visibility map');
    await expect(page.getByRole('searchbox')).toHaveValue('visibility map');
    await expect(hits.first()).toContainText(/covering/i);
  });
  await page.keyboard.press('ArrowDown');
  await expect(hits.first()).toBeFocused();
  await test.step('hits that come late leave the reader on the page that was come to', async () => {
    await hits.first().evaluate((link) => link.setAttribute('data-earlier', ''));
    await page.getByRole('searchbox').evaluate((field) => {
      if (field instanceof HTMLInputElement) field.value = 'visibility maps';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect(page.locator('[data-earlier]')).toHaveCount(0);
    await expect(hits.first()).toContainText(/covering/i);
    await expect(hits.first()).toBeFocused();
  });
  await page.keyboard.press('ArrowDown');
  await expect(hits.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/indexing\/covering\//);
});

test('a lesson printed on wide paper has its text, and no list of lessons over it', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 760 });
  await page.goto(LESSON);
  const lessons = page.getByRole('navigation', { name: 'Lessons' });
  await expect(lessons).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(lessons).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
