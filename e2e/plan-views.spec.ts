import { expect } from '@playwright/test';
import { formatCount } from '../src/plan/format-figures.ts';
import { column, draw, GROUPS, JOIN, LOOPS, table } from './open-plan.ts';
import { drawnJson, nodesOf, ownPages, pagesWithBelow } from './plan-json.ts';
import { test } from './warm-browser.ts';

test('the table is sorted by keyboard, and put back into the plan’s order', async ({ page }) => {
  const play = await draw(page, `${GROUPS};`);
  const pages = nodesOf(await drawnJson(play)).map(ownPages);
  await play.plan.getByRole('tab', { name: 'JSON' }).press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(table(play)).toBeVisible();
  const head = table(play).getByRole('columnheader', { name: 'Own pages' });
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const falling = [...pages].sort((a, b) => b - a).map(formatCount);
  expect(await column(play, 'Own pages')).toEqual(falling);
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect(await column(play, 'Own pages')).toEqual([...falling].reverse());
  await table(play).getByRole('button', { name: 'Node' }).press('Enter');
  expect(await column(play, 'Own pages')).toEqual(pages.map(formatCount));
});

test('every view is copied, what was copied is a plan again, and the text is what PostgreSQL prints', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const play = await draw(page, `${LOOPS}\n${JOIN};`);
  await play.plan.getByRole('tab', { name: 'Text' }).click();
  const drawn = ((await play.plan.locator('pre').textContent()) ?? '').split('\n').map(withoutTimes);
  await test.step('every view is copied, and what was copied is a plan again', async () => {
    const nodes = nodesOf(await drawnJson(play));
    const copy = async (view: string): Promise<string> => {
      await play.plan.getByRole('tab', { name: view }).click();
      await play.plan.getByRole('button', { name: new RegExp(`^Copy ${view}$`, 'i') }).click();
      await expect(play.plan.getByRole('button', { name: 'Copied' })).toBeVisible();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect((await copy('Table')).trimEnd().split('\n')).toHaveLength(nodes.length + 1);
    const outline = (await copy('Tree')).trimEnd().split('\n');
    expect(outline).toHaveLength(nodes.length + 1);
    expect(outline[0]).toContain(`${formatCount(nodes[0] ? pagesWithBelow(nodes[0]) : 0)} pages`);
    expect(JSON.parse(await copy('JSON'))[0].Plan['Node Type']).toBe('Nested Loop');
    const text = await copy('Text');
    expect(text).toMatch(/^Nested Loop {2}\(cost=/);
    await play.plan.getByText('Look at a plan from elsewhere').click();
    await play.plan.getByRole('textbox').fill(text);
    const pages = formatCount(nodes[0] ? pagesWithBelow(nodes[0]) : 0);
    await expect(play.plan.getByText(new RegExp(`^[^·]+ · ${pages} pages · `))).toHaveCount(2);
  });
  await test.step('the text is what PostgreSQL prints', async () => {
    await play.show('Results');
    await play.run(`explain (analyze, buffers, verbose) ${JOIN};`);
    const printed = ((await play.results.locator('pre').last().textContent()) ?? '')
      .split('\n')
      .map(withoutTimes);
    const until = printed.findIndex((line) => /^Planning/.test(line.trim()));
    expect(until).toBeGreaterThan(6);
    expect(drawn.slice(0, until)).toEqual(printed.slice(0, until));
  });
});

/** What differs from run to run is taken out. */
function withoutTimes(line: string): string {
  return line
    .replace(/actual time=[\d.]+/, 'actual time=')
    .replace(/\.\.[\d.]+ rows=(\d+\.\d+)/, ' rows=$1')
    .trimEnd();
}
