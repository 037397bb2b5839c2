import { expect, type Page } from '@playwright/test';
import { openPlayground, playOf } from './open-playground.ts';
import { firstVisit, test } from './warm-browser.ts';

const MINE = '-- an hour of work';
const THEIRS = '-- a text that came with a link';

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('planwright.playground'));
const backToMyDraft = (page: Page) => page.getByRole('button', { name: 'Back to my draft' });

/** A link to a text, as the page itself writes it, from a visitor who keeps nothing of it. */
async function linkTo(page: Page, text: string): Promise<string> {
  const play = await openPlayground(page, 'saas');
  await play.put(text);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page).toHaveURL(/#sql=1\./);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto('playground/');
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return link;
}

test('what is written after Copy link is there when the page is loaded anew', async ({ page }) => {
  const play = await openPlayground(page);
  await play.put('-- before');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page).toHaveURL(/#sql=1\./);
  await play.put(MINE);
  await expect(page).not.toHaveURL(/#sql/);
  await page.reload();
  const again = await playOf(page);
  await expect.poll(() => again.text()).toContain(MINE);
  await again.put(`${MINE};`);
  await expect.poll(() => kept(page)).toContain(`${MINE};`);
});

test('a draft stays beside a link’s text, whatever is done with that', async ({ page }) => {
  const link = await linkTo(page, THEIRS);
  const play = await openPlayground(page);
  await play.put(MINE);
  await expect.poll(() => kept(page)).toContain(MINE);
  await test.step('another dataset is chosen for the link’s text', async () => {
    await page.goto('about:blank');
    await page.goto(link);
    await playOf(page);
    await expect(page.getByText('your own draft is kept')).toBeVisible();
    await page.getByLabel('Dataset').selectOption('shop');
    await page.reload();
    await playOf(page);
    await expect.poll(() => play.text()).toContain(THEIRS);
    await expect(page.getByLabel('Dataset')).toHaveValue('shop');
  });
  await test.step('it is written on', async () => {
    await play.put(`${THEIRS}, and mine`);
    await expect.poll(() => kept(page)).toContain('and mine');
    await page.reload();
    await playOf(page);
    await backToMyDraft(page).click();
    await expect.poll(() => play.text()).toContain(MINE);
  });
  await test.step('and what was written there is kept as well', async () => {
    await page.reload();
    await playOf(page);
    await expect.poll(() => play.text()).toContain(MINE);
    await backToMyDraft(page).click();
    await expect.poll(() => play.text()).toContain('and mine');
  });
});

firstVisit('two tabs of the playground do not lose each other’s texts', async ({ context }) => {
  const before = await openPlayground(await context.newPage());
  await before.put('-- what both begin with');
  await expect.poll(() => kept(before.page)).toContain('both begin with');
  await before.page.close();
  const first = await openPlayground(await context.newPage());
  const second = await openPlayground(await context.newPage());
  await first.put(MINE);
  await expect.poll(() => kept(first.page)).toContain(MINE);
  await second.put('-- only a look');
  await expect.poll(() => kept(second.page)).toContain('only a look');
  await expect.poll(() => first.text()).toContain(MINE);
  await first.page.reload();
  await playOf(first.page);
  await expect.poll(() => first.text()).toContain(MINE);
  await backToMyDraft(second.page).click();
  await expect.poll(() => second.text()).toContain(MINE);
});

test('of several drafts each is found by its first line', async ({ page }) => {
  await page.goto('playground/');
  await page.evaluate(() => {
    const draft = (id: string, text: string) => ({ id, dataset: 'shop', text });
    const others = [draft('b', 'select 2;'), draft('c', 'select 3;')];
    const value = { format: 1, ...draft('a', 'select 1;'), others };
    localStorage.setItem('planwright.playground', JSON.stringify(value));
  });
  await page.reload();
  const play = await playOf(page);
  await page.getByLabel('My other drafts').selectOption('select 3; (shop)');
  await expect.poll(() => play.text()).toContain('select 3;');
  await expect(page.getByLabel('My other drafts')).toContainText('select 1; (shop)');
});
