import { expect, it } from 'vitest';
import { UNCOLOURED } from './block-fences.ts';
import { hasOtherContent, readCodeBlocks } from './code-text.ts';
import { showFigure } from './figures.ts';
import { inlineCode } from './inline-code.ts';

it('writes figures as prose does', () => {
  expect(showFigure('pages', 1623)).toBe('1,623');
  expect(showFigure('ms', 54.26)).toBe('54.3\u00a0ms');
  expect(showFigure('node', 'Seq Scan')).toBe('Seq Scan');
  expect(showFigure('cell', null)).toBe('NULL');
  expect(showFigure('cell', '1234567')).toBe('1,234,567');
  expect(showFigure('cell', '-12037.50')).toBe('-12,037.50');
  expect(showFigure('cell', '0.12345')).toBe('0.12345');
  expect(showFigure('cell', '2024-03-01')).toBe('2024-03-01');
});

it('reads fenced blocks back as they were written', () => {
  const html =
    '<pre class="astro-code" data-language="sql"><code><span class="line"><span>select</span> &#x26; &lt; &quot;a&quot; &#39;</span>\n<span class="line"></span></code></pre>';
  expect(readCodeBlocks(html)).toEqual([{ language: 'sql', text: `select & < "a" '` }]);
  expect(hasOtherContent(html)).toBe(false);
  const uncoloured = `<pre dir="ltr"><code class="language-${UNCOLOURED}">select &lt; 1\n</code></pre>`;
  expect(readCodeBlocks(uncoloured)).toEqual([{ language: 'sql', text: 'select < 1' }]);
  expect(readCodeBlocks('<pre><code class="language-math">1</code></pre>')[0]?.language).toBe('math');
  expect(hasOtherContent(`${html}<p>more</p>`)).toBe(true);
});

it('marks code in attributes and escapes the rest', () => {
  expect(inlineCode('a `b < c` <i>')).toBe('a <code>b &lt; c</code> &lt;i&gt;');
});
