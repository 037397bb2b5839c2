import { expect, type Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { openPlayground, type Play } from './open-playground.ts';
import { test } from './warm-browser.ts';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

/** The pane that is shown; nothing at all may be wrong in it. */
const SHOWN = { within: '.pw-play-output', minor: true } as const;

/** Tabs through the pane and names every stop; a stop without a name fails. */
async function walk(page: Page): Promise<readonly string[]> {
  const names: string[] = [];
  await page.getByRole('tab', { selected: true }).first().focus();
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || !at.closest('.pw-play-output')) return undefined;
      const label = at.getAttribute('aria-label') ?? at.closest('label')?.textContent;
      const own = 'labels' in at && at.labels instanceof NodeList ? at.labels[0]?.textContent : undefined;
      return (label ?? own ?? at.textContent ?? '').trim() || `<${at.tagName.toLowerCase()}> without a name`;
    });
    if (stop === undefined) return names;
    names.push(stop);
  }
  return names;
}

/** What moves by itself. The fade of a row of tabs follows the reader's own scrolling, and is none. */
const moving = (page: Page) =>
  page.evaluate(
    () => document.getAnimations().filter(({ timeline }) => timeline === document.timeline).length,
  );

const VIEWS = [
  { pane: 'Pages', press: 'Show the pages', shows: /The query looked at/ },
  { pane: 'Why not?', press: 'Ask why not', shows: /PostgreSQL reads orders with/ },
  { pane: 'Bounds', press: 'Move its bounds', shows: /With more:|wherever the bound lies/ },
  { pane: 'Inside', press: 'Look inside', shows: /A search reads/ },
] as const;

async function worksByKeyboard(play: Play, { pane, press, shows }: (typeof VIEWS)[number]): Promise<void> {
  const { page } = play;
  await play.show(pane);
  await page.getByRole('button', { name: press }).press('Enter');
  await expect(page.getByText(shows).first()).toBeVisible({ timeout: 60_000 });
  await play.idle();
  const stops = await walk(page);
  expect(stops).toContain(press);
  expect(stops.filter((name) => name.endsWith('without a name'))).toEqual([]);
  const view = page.getByRole('tabpanel', { name: pane, exact: true });
  for (const summary of await view.locator('summary').all()) await summary.press('Enter');
  await expect(view.getByRole('table').first()).toBeVisible();
  expect(await barriers(page, SHOWN)).toEqual([]);
  expect(await moving(page)).toBe(0);
}

test('every look into the machine is worked by keyboard, keeps nobody out and does not move', async ({
  page,
}) => {
  const play = await openPlayground(page);
  await play.run(
    'create index by_customer on orders (customer_id); select id, total from orders where customer_id <= 40;',
  );
  for (const view of VIEWS) await test.step(view.pane, () => worksByKeyboard(play, view));
});

test('every view of a plan keeps nobody out', async ({ page }) => {
  const play = await openPlayground(page);
  await play.run(
    'select c.country, count(*) from orders o join customers c on c.id = o.customer_id group by 1;',
  );
  await play.show('Plan');
  for (const view of ['Tree', 'Table', 'Text', 'JSON']) {
    await play.plan.getByRole('tab', { name: view }).click();
    expect(await barriers(page, SHOWN), view).toEqual([]);
  }
});
