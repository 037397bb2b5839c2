import { expect, type Page, test } from '@playwright/test';
import { openPlayground, type Play } from './open-playground.ts';

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

test('every token can be read in both themes', async ({ page }) => {
  const play = await openPlayground(page);
  await play.write(ALL_TOKENS);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    await expect.poll(async () => (await contrasts(play)).met, theme).toBeGreaterThanOrEqual(5);
    await expect.poll(async () => (await contrasts(play)).low, theme).toEqual([]);
  }
});

test('completion offers the columns of a table that was just made', async ({ page }) => {
  const play = await openPlayground(page, 'empty');
  await play.run('create table parcels (weight_grams int, sent_on date);');
  await play.write('select * from parcels p where p.');
  await page.keyboard.press('ControlOrMeta+Space');
  const offered = page.getByRole('option', { name: /weight_grams/ });
  await expect(offered.first()).toBeVisible();
  await page.keyboard.type('wei');
  await page.keyboard.press('Enter');
  await expect.poll(() => play.text()).toContain('p.weight_grams');
});
