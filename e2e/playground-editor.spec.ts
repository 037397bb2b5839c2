import { expect, type Page } from '@playwright/test';
import { openPlayground, type Play } from './open-playground.ts';
import { firstVisit, test } from './warm-browser.ts';

const ALL_TOKENS = `-- a note
select count(*), lower("Name"), 'it''s', 12.5, now()::date /* more */
from orders o where (o.id <> 3 or total is null) and status in ('new', 'paid');`;

/** Tokens of the editor whose colour has less than 4.5 to 1 against the page behind them, and the contrasts met. */
async function contrasts(play: Play): Promise<{ readonly low: readonly string[]; readonly met: number }> {
  return play.editor.evaluate((editor) => {
    const light = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const page = light(
      getComputedStyle(editor.querySelector('.monaco-editor-background') ?? editor).backgroundColor,
    );
    const tokens = [...editor.querySelectorAll('.view-line span span')].map((token) => {
      const ink = light(getComputedStyle(token).color);
      const ratio = (Math.max(ink, page) + 0.05) / (Math.min(ink, page) + 0.05);
      return { text: token.textContent ?? '', ratio, colour: getComputedStyle(token).color };
    });
    return {
      low: tokens.filter(({ ratio }) => ratio < 4.5).map(({ text, colour }) => `${text} in ${colour}`),
      met: new Set(tokens.map(({ colour }) => colour)).size,
    };
  });
}

async function wear(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

/** The words of the editor with the colour that each is written in. */
async function inks(play: Play): Promise<ReadonlyMap<string, string>> {
  const spans = await play.editor
    .locator('.view-line span span')
    .evaluateAll((all) => all.map((span) => [span.textContent ?? '', getComputedStyle(span).color] as const));
  return new Map(spans.flatMap(([text, ink]) => text.split(/\s+/).map((word) => [word, ink] as const)));
}

/** Words of the editor that are not written in the ink of `select`. */
async function plainWords(play: Play): Promise<readonly string[]> {
  const found = await inks(play);
  const keyword = found.get('select');
  return [...found].filter(([word, ink]) => word !== '' && ink !== keyword).map(([word]) => word);
}

const STATEMENTS = `select order by include using index on explain analyze buffers
create concurrently vacuum cluster materialized lateral filter within partition`;

test('every token can be read, and the words of statements have the colour of keywords, in both themes', async ({
  page,
}) => {
  const play = await openPlayground(page);
  await test.step('every token can be read', async () => {
    await play.write(ALL_TOKENS);
    for (const theme of ['light', 'dark'] as const) {
      await wear(page, theme);
      await expect.poll(async () => (await contrasts(play)).met, theme).toBeGreaterThanOrEqual(4);
      await expect.poll(async () => (await contrasts(play)).low, theme).toEqual([]);
    }
  });
  await test.step('the words of statements have the colour of keywords, and names have not', async () => {
    await play.write(`${STATEMENTS}\nname value status o.user`);
    for (const theme of ['light', 'dark'] as const) {
      await wear(page, theme);
      await expect.poll(() => plainWords(play), theme).toEqual(['name', 'value', 'status', 'o.user']);
      const drawn = await inks(play);
      expect(drawn.get('by')).not.toBe(drawn.get('status'));
    }
  });
});

test('every reserved word has the colour of keywords, and completion offers the columns of a new table', async ({
  page,
}) => {
  const play = await openPlayground(page, 'empty');
  await test.step('every word that PostgreSQL reserves has the colour of keywords', async () => {
    await play.run(
      `select string_agg(word, ' ') from pg_get_keywords() where catcode in ('R', 'T') group by left(word, 1)`,
    );
    const words = (await play.results.getByRole('cell').allTextContents()).join(' ');
    expect(words.split(' ').length).toBeGreaterThan(90);
    await play.write(words);
    await expect.poll(() => plainWords(play)).toEqual([]);
  });
  await test.step('completion offers the columns of a table that was just made', async () => {
    await play.run('create table parcels (weight_grams int, sent_on date);');
    await play.write('select * from parcels p where p.');
    await page.keyboard.press('Control+Space');
    const offered = page.getByRole('option', { name: /weight_grams/ });
    await expect(offered.first()).toBeVisible();
    await page.keyboard.type('wei');
    await page.keyboard.press('Enter');
    await expect.poll(() => play.text()).toContain('p.weight_grams');
  });
  await test.step('Enter after a word that is there in full is a new line, in capitals too', async () => {
    for (const [name, where] of [
      ['parcels', 'where'],
      ['PARCELS', 'WHERE'],
    ]) {
      await play.write('select * from ');
      await page.keyboard.type(name ?? '', { delay: 60 });
      await expect(page.getByRole('option', { name: /parcels/ }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await page.keyboard.type(where ?? '', { delay: 60 });
      await expect(page.getByRole('option', { name: /where/ }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await expect.poll(() => play.text()).toBe(`select * from ${name}\n${where}\n`);
    }
  });
});

firstVisit('the text has its colours and its place before the editor is loaded', async ({ page }) => {
  await page.goto('playground/');
  const plain = page.getByRole('region', { name: 'Editor' }).locator('.pw-editor-line').nth(1);
  // What stands above the editor has its place once the page is live and its letters are there.
  await expect(page.locator('.pw-play[data-live]')).toBeVisible();
  await page.evaluate(async () => void (await document.fonts.ready));
  const box = await plain.boundingBox();
  const colour = await plain
    .locator('.k')
    .first()
    .evaluate((word) => getComputedStyle(word).color);
  await page.getByRole('textbox', { name: 'SQL' }).focus();
  const word = page.locator('.view-line').filter({ hasText: 'status' }).locator('span span').first();
  await expect(word).toHaveText('select');
  expect(await word.evaluate((span) => getComputedStyle(span).color)).toBe(colour);
  const there = await word.boundingBox();
  expect(Math.abs((there?.y ?? 0) - (box?.y ?? 99))).toBeLessThan(3);
  expect(Math.abs((there?.x ?? 0) - (box?.x ?? 99))).toBeLessThan(3);
});
