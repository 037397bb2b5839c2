import { expect, type Page } from '@playwright/test';
import { passOn } from './pass-on.ts';
import { test as warm } from './warm-browser.ts';

declare global {
  interface Window {
    /** What moved, as the browser reports it. */
    moved: { readonly by: number; readonly what: string }[];
  }
}

/** Notes everything that moves without the reader having done anything. */
function watchShifts(): void {
  window.moved = [];
  const nameOf = (node: Node | null | undefined) =>
    node instanceof Element ? `${node.tagName} ${node.className}` : String(node?.textContent);
  new PerformanceObserver((list) => {
    // TypeScript's library does not know the entries of layout shifts.
    for (const entry of list.getEntries() as unknown as readonly {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null }[];
    }[])
      if (!entry.hadRecentInput)
        window.moved.push({
          by: entry.value,
          what: entry.sources.map(({ node }) => nameOf(node)).join(', '),
        });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Long enough for what has come to be drawn before the next piece comes. */
const BETWEEN_PIECES_MS = 60;

/** The site at another address, where each page comes in pieces, as over a slow line: it is drawn in between. */
const test = warm.extend<{ readonly slowSite: string }>({
  slowSite: async ({ baseURL }, use) => {
    const site = await passOn(baseURL ?? '', async (_, body, response) => {
      const text = body.toString();
      const pieces = /^<!doctype html>/i.test(text) ? text.split(PIECE_ENDS) : [body];
      for (const piece of pieces) {
        response.write(piece);
        await new Promise((resolve) => setTimeout(resolve, pieces.length > 1 ? BETWEEN_PIECES_MS : 0));
      }
      response.end();
    });
    await use(site.address);
    site.close();
  },
});

/** Shifts that anybody could see: a thousandth is a line of text that moves by its own width. */
async function seenShifts(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(path);
  // What comes late comes over the network, the editor's fonts and the database's files too.
  await page.waitForLoadState('networkidle');
  const moved = await page.evaluate(() => window.moved);
  return moved.filter(({ by }) => by > 0.001).map(({ by, what }) => `${by.toFixed(4)} ${what}`);
}

/** Behind parts of a page that stand for themselves. */
const PIECE_ENDS = /(?<=<\/(?:header|aside|section|ol|astro-island)>)/;

const PAGES = [
  '',
  'exercises/',
  'exercises/one-customers-orders/',
  'learn/indexing/equality/',
  'progress/',
  'playground/',
];

for (const [width, height] of [
  [1440, 900],
  [360, 740],
] as const) {
  test(`nothing moves while a page comes and comes to life, at ${width} by ${height}`, async ({
    page,
    slowSite,
  }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(watchShifts);
    for (const path of PAGES) expect(await seenShifts(page, slowSite + path), `/${path}`).toEqual([]);
  });
}

test('hints that were opened in an earlier visit are in their place from the start', async ({
  page,
  slowSite,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => {
    const exercises = { 'one-customers-orders': { state: 'open', tries: 1, hints: 2 } };
    const kept = { format: 1, exercises, lessons: {}, predictions: {}, cards: {} };
    localStorage.setItem('planwright.progress', JSON.stringify(kept));
  });
  await page.addInitScript(watchShifts);
  for (const path of ['', 'exercises/one-customers-orders/']) {
    expect(await seenShifts(page, slowSite + path), `/${path}`).toEqual([]);
    await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(2);
  }
});

test('a text from an earlier visit comes into its place without anything that moves', async ({
  page,
  slowSite,
}) => {
  await page.addInitScript(() => {
    const draft = '-- A longer text than the one to start with.\n\ncreate index on orders (customer_id);\n';
    const exercises = { 'one-customers-orders': { state: 'tried', tries: 1, draft, draftAt: 1 } };
    const kept = { format: 1, exercises, lessons: {}, predictions: {}, cards: {} };
    localStorage.setItem('planwright.progress', JSON.stringify(kept));
  });
  await page.addInitScript(watchShifts);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await seenShifts(page, `${slowSite}exercises/one-customers-orders/`), `at ${width}`).toEqual([]);
    await expect(page.getByRole('button', { name: 'Starting text' })).toBeVisible();
  }
});
