import { expect, type Frame, type Page } from '@playwright/test';
import { buildPackage } from '../src/export/build-package.ts';
import { type CourseSystem, startCourseSystem } from './course-system.ts';
import { test } from './warm-browser.ts';
import { benchOf } from './workbench.ts';

const dist = process.env.PLANWRIGHT_DIST ?? 'dist';
const id = 'one-customers-orders';
let system: CourseSystem;
test.beforeEach(async () => {
  system = await startCourseSystem();
});
test.afterEach(() => system.close());

/** Types into the plain text area, and leaves the whole page before what was typed is saved by its clock. */
async function typeAndLeave(frame: Page | Frame, text: string): Promise<void> {
  const area = frame.locator('.pw-editor-plain textarea');
  await area.evaluate((element, written) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
    set?.call(element, written);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => {
      window.top?.location.assign('about:blank');
    }, 20);
  }, text);
}

test('whoever leaves a SCORM package while typing has ended the session and lost nothing', async ({
  page,
}) => {
  const made = await buildPackage({ standard: 'scorm', id, dist, site: undefined });
  system.install('leave', made.zip);
  await page.goto(system.player('leave', 'ada'));
  const bench = benchOf(page, page.frameLocator('iframe'));
  await bench.idle();
  const record = () => system.record('leave', 'ada');
  await bench.put('select 1');
  // Longer than a pause after which is saved: what comes next is saved by the leaving alone.
  await page.waitForTimeout(1_000);
  const frame = page.frames().find((each) => each.url().includes('/content/'));
  if (!frame) throw new Error('the package is in no frame');
  await typeAndLeave(frame, 'select 1, 2');
  await page.waitForURL('about:blank');
  await expect.poll(() => record()?.exit).toBe('suspend');
  expect(JSON.parse(record()?.suspendData ?? '').exercises[id].draft).toBe('select 1, 2');
});

test('what is typed reaches the course system also where the page only goes out of sight', async ({
  page,
}) => {
  const made = await buildPackage({ standard: 'scorm', id, dist, site: undefined });
  system.install('hide', made.zip);
  await page.goto(system.player('hide', 'ada'));
  const bench = benchOf(page, page.frameLocator('iframe'));
  await bench.idle();
  const area = page.frameLocator('iframe').locator('.pw-editor-plain textarea');
  await bench.put('select 3');
  await area.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => system.record('hide', 'ada')?.suspendData).toContain('select 3');
  expect(system.record('hide', 'ada')?.exit).toBe('');
});

test('whoever leaves a cmi5 package while typing has ended the session', async ({ page }) => {
  const made = await buildPackage({ standard: 'cmi5', id, dist, site: undefined });
  system.install('leave', made.zip);
  const verbs = () => system.cmi5.statements.map(({ verb }) => verb.id.split('/').at(-1));
  await page.goto(system.launch('leave', made.facts.launch));
  const bench = benchOf(page);
  await bench.idle();
  await expect.poll(verbs).toEqual(['initialized']);
  await bench.put('select 1');
  await page.waitForTimeout(1_000);
  await typeAndLeave(page, 'select 1, 2');
  await page.waitForURL('about:blank');
  await expect.poll(verbs).toEqual(['initialized', 'terminated']);
  expect(system.cmi5.complaints).toEqual([]);
});
