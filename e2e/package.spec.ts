import { expect, test } from '@playwright/test';
import * as z from 'zod';
import { buildPackage } from '../src/export/build-package.ts';
import { type CourseSystem, startCourseSystem } from './course-system.ts';
import { benchOf, check } from './workbench.ts';

const coreSchema = z.object({ status: z.string(), raw: z.string() });
const dist = process.env.PLANWRIGHT_DIST ?? 'dist';
let system: CourseSystem;
test.beforeEach(async () => {
  system = await startCourseSystem();
});
test.afterEach(() => system.close());

test('an exercise in a SCORM 1.2 package tells the course system that it is passed', async ({ page }) => {
  const made = await buildPackage({ standard: 'scorm', id: 'one-customers-orders', dist, site: undefined });
  system.install('some/course 7', made.zip);
  const errors: string[] = [];
  await page.goto(`${system.address}/player`);
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate((path) => void window.open(path), `/content/some/course%207/${made.facts.launch}`),
  ]);
  popup.on('pageerror', (error) => errors.push(error.message));
  const core = async () =>
    coreSchema.parse(
      await page.evaluate('({ status: API.cmi.core.lesson_status, raw: API.cmi.core.score.raw })'),
    );
  const bench = benchOf(popup);
  await bench.idle();
  await expect.poll(core).toEqual({ status: 'incomplete', raw: '' });
  await bench.write('select 1');
  await check(bench);
  await expect.poll(async () => Number((await core()).raw)).toBeGreaterThan(0);
  expect(Number((await core()).raw)).toBeLessThan(100);
  expect((await core()).status).toBe('incomplete');
  await bench.write('create index on orders (customer_id);');
  await check(bench);
  await expect.poll(core).toEqual({ status: 'passed', raw: '100' });
  await expect(popup.getByRole('link', { name: 'Playground' })).toHaveCount(0);
  await popup.goto('about:blank');
  expect(await core()).toEqual({ status: 'passed', raw: '100' });
  expect(errors).toEqual([]);
  expect(system.missed.filter((path) => path !== '/favicon.ico')).toEqual([]);
});

test('a lesson in a cmi5 package states what was done, in the order that cmi5 asks for', async ({ page }) => {
  const made = await buildPackage({
    standard: 'cmi5',
    id: 'indexing/column-order',
    dist,
    site: 'https://example.org/',
  });
  system.install('lesson', made.zip);
  const launch = new URLSearchParams({
    endpoint: `${system.address}/xapi/`,
    fetch: `${system.address}/fetch`,
    actor: JSON.stringify({ objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'ada' } }),
    registration: '7f2b9d1e-1111-4222-8333-123456789abc',
    activityId: 'urn:lms:au:1',
  });
  await page.goto(`${system.address}/content/lesson/${made.facts.launch}?${launch}`);
  const verbs = () => system.statements.map(({ verb }) => verb.id.split('/').at(-1));
  await expect.poll(verbs).toEqual(['initialized']);
  const block = page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: 'Run', exact: true }) });
  await block.first().getByRole('button', { name: 'Run', exact: true }).click();
  await expect(block.first()).toContainText(/\d ms/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect.poll(verbs).toEqual(['initialized', 'completed']);
  await page.goto('about:blank');
  await expect.poll(verbs).toEqual(['initialized', 'completed', 'terminated']);
  const completed = system.statements[1];
  expect(completed?.object.id).toBe('urn:lms:au:1');
  expect(completed?.result).toMatchObject({
    completion: true,
    duration: expect.stringMatching(/^PT[\d.]+S$/),
  });
  const categories = completed?.context.contextActivities.category.map(({ id }) => id.split('/').at(-1));
  expect(categories).toEqual(['cmi5', 'moveon']);
  expect(completed?.context.contextActivities.grouping).toEqual([{ id: 'urn:publisher' }]);
  expect(system.complaints).toEqual([]);
  expect(system.missed.filter((path) => path !== '/favicon.ico')).toEqual([]);
});

test('a packaged page without a course system says so, and the site’s own pages report to nobody', async ({
  page,
}) => {
  const made = await buildPackage({ standard: 'scorm', id: 'one-customers-orders', dist, site: undefined });
  system.install('alone', made.zip);
  await page.goto(`${system.address}/content/alone/${made.facts.launch}`);
  await expect(page.getByText('No course system was found')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('exercises/one-customers-orders/');
  expect(asked.filter((url) => url.includes('planwright-report'))).toEqual([]);
  await expect(page.getByText('No course system')).toHaveCount(0);
});
