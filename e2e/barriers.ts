import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * What keeps people out, in each theme: the rule, where and why; empty is good. axe runs in the page itself, which has
 * no frames (legacy mode), and describes only what it found wrong: that takes half the time of its defaults. The builder
 * would give the page axe's source twice for every run; a page that has axe is given no more than a statement.
 */
export async function barriers(
  page: Page,
  { within, minor = false }: { readonly within?: string; readonly minor?: boolean } = {},
): Promise<readonly string[]> {
  expect(page.frames(), 'axe looks into no frame here').toHaveLength(1);
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const there = await page.evaluate(() => 'axe' in window);
    const given = there ? { axeSource: 'void 0' } : {};
    const axe = new AxeBuilder({ page, ...given })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] });
    const { violations } = await (within ? axe.include(within) : axe).analyze();
    for (const { id, impact, nodes } of violations) {
      if (!minor && impact !== 'serious' && impact !== 'critical') continue;
      for (const { target, any } of nodes)
        found.push(`${theme}: ${id} at ${target.join(' ')}: ${any[0]?.message ?? 'see the rule'}`);
    }
  }
  return found;
}
