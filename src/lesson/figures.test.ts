import { expect, it } from 'vitest';
import { claimSchema } from '../course/claim.ts';
import { hasOtherContent, readCodeBlocks } from './code-text.ts';
import { showFigure } from './figures.ts';
import { inlineCode } from './inline-code.ts';

it('writes figures as prose does', () => {
  expect(showFigure('pages', 1623)).toBe('1,623');
  expect(showFigure('ms', 54.26)).toBe('54.3\u00a0ms');
  expect(showFigure('node', 'Seq Scan')).toBe('Seq Scan');
  expect(showFigure('cell', null)).toBe('NULL');
});

it('reads fenced blocks back as they were written', () => {
  const html =
    '<pre class="astro-code" data-language="sql"><code><span class="line"><span>select</span> &#x26; &lt; &quot;a&quot; &#39;</span>\n<span class="line"></span></code></pre>';
  expect(readCodeBlocks(html)).toEqual([{ language: 'sql', text: `select & < "a" '` }]);
  expect(hasOtherContent(html)).toBe(false);
  expect(hasOtherContent(`${html}<p>more</p>`)).toBe(true);
});

it('marks code in attributes and escapes the rest', () => {
  expect(inlineCode('a `b < c` <i>')).toBe('a <code>b &lt; c</code> &lt;i&gt;');
});

it.each([
  [{ node: 'Seq Scan', on: 'orders', pagesAtLeast: 1000 }, true],
  [{ error: '42P17' }, true],
  [{ ratio: { to: 'before', pagesAtLeast: 50 } }, true],
  [{ none: 'Sort' }, true],
  [{ error: '42P17', rows: 1 }, false],
  [{ error: 'oops' }, false],
  [{ ratio: { to: 'before' } }, false],
  [{ pages: 3 }, false],
  [{ on: 'orders' }, false],
  [{ using: 'orders_pkey' }, false],
  [{ pagesAtMost: -1 }, false],
])('accepts or refuses the claim %j: %s', (claim, valid) => {
  expect(claimSchema.safeParse(claim).success).toBe(valid);
});
