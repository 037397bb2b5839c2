import { expect, type Page } from '@playwright/test';
import { buildPackage } from '../src/export/build-package.ts';
import { type CourseSystem, startCourseSystem } from './course-system.ts';
import { test } from './warm-browser.ts';
import { benchOf } from './workbench.ts';

const dist = process.env.PLANWRIGHT_DIST ?? 'dist';
const id = 'one-customers-orders';
let system: CourseSystem;
test.beforeEach(async () => {
  system = await startCourseSystem();
  const made = await buildPackage({ standard: 'scorm', id, dist, site: undefined });
  system.install('kept', made.zip);
});
test.afterEach(() => system.close());

/** Opens the package as a learner does. */
async function enter(page: Page, learner: string) {
  await page.goto(system.player('kept', learner));
  const bench = benchOf(page, page.frameLocator('iframe'));
  await bench.idle();
  return bench;
}

/** What the course system has of the learner's text. */
function draftOf(learner: string): unknown {
  return JSON.parse(system.record('kept', learner)?.suspendData || '{}').exercises?.[id]?.draft;
}

async function leave(page: Page, learner: string): Promise<void> {
  await page.goto('about:blank');
  await expect.poll(() => system.record('kept', learner)?.exit).toBe('suspend');
}

test('learners who share a browser whose storage is full each see their own work', async ({ page }) => {
  const ada = await enter(page, 'ada');
  await ada.put('select 1 as ada');
  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  await expect.poll(stored).toContain('select 1 as ada');
  await page.evaluate(() => {
    for (let size = 5_000_000; size >= 1; size = Math.floor(size / 2))
      for (let at = 0; at < 3; at += 1)
        try {
          localStorage.setItem(`fill-${size}-${at}`, 'x'.repeat(size));
        } catch {
          // A smaller one may fit.
        }
  });
  await leave(page, 'ada');
  const cyn = await enter(page, 'cyn');
  expect(await cyn.text()).not.toContain('ada');
  await cyn.put('select 2 as cyn');
  await leave(page, 'cyn');
  const again = await enter(page, 'ada');
  expect(await again.text()).toContain('select 1 as ada');
  await leave(page, 'ada');
  const back = await enter(page, 'cyn');
  expect(await back.text()).toContain('select 2 as cyn');
  await leave(page, 'cyn');
  expect([draftOf('ada'), draftOf('cyn')]).toEqual(['select 1 as ada', 'select 2 as cyn']);
});

for (const [what, learner, refuse] of [
  ['names no learner', '', false],
  ['has a learner whose browser keeps nothing', 'ada', true],
] as const)
  test(`an attempt is gone on with where the course system ${what}`, async ({ page, browser }) => {
    const first = await enter(page, learner);
    await first.put('select 1 as kept');
    await leave(page, learner);
    expect(draftOf(learner)).toBe('select 1 as kept');
    const context = await browser.newContext();
    if (refuse)
      await context.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
      );
    const elsewhere = await context.newPage();
    const second = await enter(elsewhere, learner);
    expect(await second.text()).toContain('select 1 as kept');
    await leave(elsewhere, learner);
    await context.close();
    expect(draftOf(learner)).toBe('select 1 as kept');
  });
