import { expect, type Page } from '@playwright/test';
import { firstVisit as test } from './warm-browser.ts';

/** What a search is made of; Pagefind itself never asks again for one of these that did not arrive. */
const PARTS = {
  'its beginning': '**/pagefind/pagefind-entry.json*',
  'the list of its parts': '**/pagefind/*.pf_meta',
  'its code': '**/pagefind/wasm.*',
  'a part of the index': '**/pagefind/index/*',
  'the text of a hit': '**/pagefind/fragment/*',
};

async function searchFor(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('searchbox').fill(words);
}

const hits = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('link');
const status = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('status');

for (const [part, address] of Object.entries(PARTS))
  test(`the search finds what is there although ${part} did not arrive at first`, async ({ page }) => {
    let failed = 0;
    await page.route(
      address,
      (route) => {
        failed += 1;
        return route.abort('connectionreset');
      },
      { times: 1 },
    );
    await page.goto('exercises/');
    await searchFor(page, 'visibility');
    await expect(hits(page).first()).toContainText(/visibility/i);
    expect(failed).toBe(1);
  });

test('while nothing arrives the search says that it does not load; then it works at the next word', async ({
  page,
}) => {
  await page.goto('exercises/');
  await page.route('**/pagefind/pagefind-entry.json*', (route) => route.abort('internetdisconnected'));
  await searchFor(page, 'visibility');
  await expect(status(page)).toContainText('could not be loaded');
  await page.unrouteAll();
  await page.getByRole('searchbox').fill('bitmap');
  await expect(hits(page).first()).toContainText(/bitmap/i);
});

test('what is nowhere is said to be nowhere, and the next word is found', async ({ page }) => {
  await page.goto('exercises/');
  await searchFor(page, 'zzqqxx');
  await expect(status(page)).toHaveText('Nothing found for “zzqqxx”.');
  await page.getByRole('searchbox').fill('bitmap');
  await expect(hits(page).first()).toContainText(/bitmap/i);
});

test('a word that no page has is named, where others that begin alike are shown', async ({ page }) => {
  await page.goto('exercises/');
  await searchFor(page, 'covring index');
  await expect(status(page)).toHaveText('No page has “covring”. The nearest:');
  await expect(hits(page)).not.toHaveCount(0);
  await test.step('and nothing is near a word that has no more than a letter in common with any', async () => {
    await page.getByRole('searchbox').fill('qqzzy');
    await expect(status(page)).toHaveText('Nothing found for “qqzzy”.');
    await expect(hits(page)).toHaveCount(0);
  });
});

test('N+1 is found by its name', async ({ page }) => {
  await page.goto('exercises/');
  await searchFor(page, 'N+1');
  await expect(hits(page).first()).toContainText('One query for each row');
});
