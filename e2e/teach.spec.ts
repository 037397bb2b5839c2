import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { vocabulary } from '../src/lesson/vocabulary.ts';
import { test } from './warm-browser.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '..', 'docs', 'components.mdx'), 'utf8');

test('every lesson component is live beside its source, and PostgreSQL starts when a block is run', async ({
  page,
}) => {
  expect(vocabulary.filter((name) => !new RegExp(`^<${name}\\b|[ (]<${name}\\b`, 'm').test(GUIDE))).toEqual(
    [],
  );
  const engine: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/engine/')) engine.push(request.url());
  });
  await page.goto('teach/', { waitUntil: 'networkidle' });
  expect(engine).toEqual([]);
  const shown = page.locator('.beside');
  await expect(shown).toHaveCount(GUIDE.split('<Shown ').length - 1);
  await expect(shown.filter({ hasText: 'It reads <Figure' }).locator('> .live')).toHaveText(
    /It reads [\d,]{4,}\spages/,
  );
  await page.locator('pw-sql#after').getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('pw-sql#after .out')).toContainText('Bitmap Heap Scan');
  expect(engine.length).toBeGreaterThan(0);
});
