import { expect } from '@playwright/test';
import { buildPackage } from '../src/export/build-package.ts';
import { type CourseSystem, startCourseSystem } from './course-system.ts';
import { test } from './warm-browser.ts';

const dist = process.env.PLANWRIGHT_DIST ?? 'dist';
let system: CourseSystem;
let open: () => string;
test.beforeEach(async () => {
  system = await startCourseSystem();
  const made = await buildPackage({ standard: 'cmi5', id: 'indexing/column-order', dist, site: undefined });
  system.install('lesson', made.zip);
  open = () => system.launch('lesson', made.facts.launch);
});
test.afterEach(() => system.close());

const verbs = () => system.cmi5.statements.map(({ verb }) => verb.id.split('/').at(-1));

test('a page that is loaded again says that its session is over, and a later one states what was done', async ({
  page,
}) => {
  await page.goto(open());
  await expect.poll(verbs).toEqual(['initialized']);
  // The page knows of it a little later.
  await page.waitForFunction(() => sessionStorage.getItem('planwright.session')?.includes('"taken":true'));
  await page.reload();
  const ended = page.getByText('The session with your course system ended');
  await expect(ended).toBeVisible();
  await expect(page.getByText('No course system was found')).toHaveCount(0);
  await page.getByRole('button', { name: 'Mark as read' }).click();
  expect(verbs()).toEqual(['initialized', 'terminated']);
  await page.goto(open());
  await expect.poll(verbs).toEqual(['initialized', 'terminated', 'initialized', 'completed']);
  await expect(ended).toHaveCount(0);
  expect(system.cmi5.complaints).toEqual([]);
});

test('a page that the browser dropped goes on with its session when it is loaded again', async ({ page }) => {
  // What is dropped for want of memory hears of no end.
  await page.addInitScript(() =>
    addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true),
  );
  await page.goto(open());
  await expect.poll(verbs).toEqual(['initialized']);
  await page.reload();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect.poll(verbs).toEqual(['initialized', 'completed']);
  await expect(page.locator('.pw-package-notice')).toHaveCount(0);
  expect(system.cmi5.complaints).toEqual([]);
});

test('a result that is refused once is told again, and the page says so until then', async ({ page }) => {
  system.cmi5.refuse('completed', 503);
  await page.goto(open());
  await page.getByRole('button', { name: 'Mark as read' }).click();
  const notTaken = page.getByText('has not taken your result yet');
  await expect(notTaken).toBeVisible();
  await expect.poll(verbs).toEqual(['initialized', 'completed']);
  await expect(notTaken).toHaveCount(0);
  expect(system.cmi5.complaints).toEqual([]);
});
