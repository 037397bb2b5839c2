import { describe, expect, it } from 'vitest';
import { headersFile, inlineScriptHashes, pagePatterns } from './host-headers.ts';

describe('the headers of the host', () => {
  it('hashes scripts that stand in the page, and only those', () => {
    const html =
      '<script src="/a.js"></script><script>alert(1)</script><script type="application/ld+json">{}</script><script type="module">1</script>';
    expect(inlineScriptHashes(html)).toEqual([
      "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
      "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='",
    ]);
  });

  it.each(['/', '/planwright', '/planwright/'])('writes rules under %s', (base) => {
    const text = headersFile(base, ["'sha256-x'"], ['index.html', 'learn/a/b/index.html']);
    const root = base.endsWith('/') ? base : `${base}/`;
    expect(text.startsWith(`${root}*\n`)).toBe(true);
    expect(text).toContain(`\n${root}_astro/*\n`);
    expect(text).toContain(`\n${root}learn/*\n  Cache-Control: public, max-age=0`);
    expect(text).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-x';");
    expect(text).toContain('immutable');
  });

  it('covers pages by folder', () => {
    expect(
      pagePatterns([
        '404.html',
        'index.html',
        'learn/a/b/index.html',
        'learn/c/d/index.html',
        'teach/index.html',
      ]),
    ).toEqual(['', '404.html', 'learn/*', 'teach/*']);
  });
});
