import { expect, type Page } from '@playwright/test';
import { buildPackage } from '../src/export/build-package.ts';
import { type CourseSystem, startCourseSystem } from './course-system.ts';
import { test } from './warm-browser.ts';
import { benchOf, check } from './workbench.ts';

const dist = process.env.PLANWRIGHT_DIST ?? 'dist';
let system: CourseSystem;
test.beforeEach(async () => {
  system = await startCourseSystem();
});
test.afterEach(() => system.close());

/** Opens a SCORM package as a learner does, in the frame of the course system. */
async function enter(page: Page, name: string, learner: string, mode?: 'normal' | 'browse') {
  await page.goto(system.player(name, learner, mode));
  return page.frameLocator('iframe');
}

test('an exercise in a SCORM 1.2 package is left in the middle, taken up elsewhere, and passed', async ({
  page,
  browser,
}) => {
  const name = 'some/course 7';
  const made = await buildPackage({ standard: 'scorm', id: 'one-customers-orders', dist, site: undefined });
  system.install(name, made.zip);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const reported = () => {
    const { status, raw, exit } = system.record(name, 'ada') ?? {};
    return { status, raw, exit };
  };
  const first = benchOf(page, await enter(page, name, 'ada'));
  await first.idle();
  await expect.poll(reported).toEqual({ status: 'incomplete', raw: '', exit: '' });
  const odd = `select 'it''s < "odd" \\ & é 🐘'`;
  await first.put(odd);
  await check(first);
  await expect.poll(() => Number(reported().raw)).toBeGreaterThan(0);
  await page.goto('about:blank');
  await expect.poll(() => reported().exit).toBe('suspend');
  expect(reported().status).toBe('incomplete');
  const part = Number(reported().raw);
  expect(part).toBeLessThan(100);

  const elsewhere = await (await browser.newContext()).newPage();
  const second = benchOf(elsewhere, await enter(elsewhere, name, 'ada'));
  await second.idle();
  expect((await second.text()).trim()).toBe(odd);
  await second.put('create index on orders (customer_id);');
  await check(second);
  await expect.poll(reported).toEqual({ status: 'passed', raw: '100', exit: 'suspend' });
  await second.checks.getByText('The author’s answer').click();
  await expect(second.checks.locator('pre.pw-sql')).toHaveText('create index on orders (customer_id);');
  // The package holds no lesson, and no site is known to which a link could lead.
  await expect(second.checks.getByRole('link')).toHaveCount(0);
  await elsewhere.goto('about:blank');
  await elsewhere.context().close();
  expect(reported()).toEqual({ status: 'passed', raw: '100', exit: 'suspend' });

  const next = benchOf(page, await enter(page, name, 'cyn'));
  await next.idle();
  expect(await next.text()).not.toContain('odd');
  await page.goto('about:blank');
  await expect.poll(() => system.record(name, 'cyn')?.status).toBe('incomplete');
  expect(errors).toEqual([]);
  expect(system.missed.filter((path) => path !== '/favicon.ico')).toEqual([]);
});

test('a lesson in a SCORM 1.2 package counts the predictions of all visits, and none of a preview', async ({
  page,
}) => {
  const made = await buildPackage({ standard: 'scorm', id: 'indexing/column-order', dist, site: undefined });
  system.install('lesson', made.zip);
  const predict = async (at: number) => {
    const box = page.frameLocator('iframe').locator('pw-predict').nth(at);
    const right = await box.getAttribute('data-right');
    await box.locator(`input[value="${right}"]`).check();
    await box.getByRole('button', { name: 'Commit to this answer' }).click();
  };
  const recorded = () => {
    const { status, raw } = system.record('lesson', 'ada') ?? {};
    return { status, raw };
  };
  const preview = await enter(page, 'lesson', 'ada', 'browse');
  await expect(preview.getByText('This is a preview')).toBeVisible();
  await predict(0);
  await page.goto('about:blank');
  await expect.poll(recorded).toEqual({ status: 'browsed', raw: '' });

  const lesson = await enter(page, 'lesson', 'bob');
  await expect(lesson.getByRole('button', { name: 'Mark as read' })).toBeVisible();
  await predict(0);
  await expect.poll(() => system.record('lesson', 'bob')?.raw).toBe('50');
  await page.goto('about:blank');
  await expect.poll(() => system.record('lesson', 'bob')?.exit).toBe('suspend');
  await enter(page, 'lesson', 'bob');
  await expect(lesson.locator('pw-predict details[open]')).toHaveCount(1);
  await predict(1);
  await lesson.getByRole('button', { name: 'Mark as read' }).click();
  await expect.poll(() => system.record('lesson', 'bob')).toMatchObject({ status: 'completed', raw: '100' });
});

test('a lesson in a cmi5 package states what was done, in the order that cmi5 asks for', async ({ page }) => {
  const made = await buildPackage({
    standard: 'cmi5',
    id: 'indexing/column-order',
    dist,
    site: 'https://example.org/',
  });
  system.install('lesson', made.zip);
  await page.goto(system.launch('lesson', made.facts.launch));
  const verbs = () => system.cmi5.statements.map(({ verb }) => verb.id.split('/').at(-1));
  await expect.poll(verbs).toEqual(['initialized']);
  const block = page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: 'Run', exact: true }) });
  await block.first().getByRole('button', { name: 'Run', exact: true }).click();
  await expect(block.first()).toContainText(/\d\s(ms|s)/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect.poll(verbs).toEqual(['initialized', 'completed']);
  await page.goto('about:blank');
  await expect.poll(verbs).toEqual(['initialized', 'completed', 'terminated']);
  const completed = system.cmi5.statements[1];
  expect(completed?.object.id).toBe('urn:lms:au:1');
  expect(completed?.result).toMatchObject({
    completion: true,
    duration: expect.stringMatching(/^PT[\d.]+S$/),
  });
  const categories = completed?.context.contextActivities.category.map(({ id }) => id.split('/').at(-1));
  expect(categories).toEqual(['cmi5', 'moveon']);
  expect(completed?.context.contextActivities.grouping).toEqual([{ id: 'urn:publisher' }]);
  expect(system.cmi5.complaints).toEqual([]);
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
