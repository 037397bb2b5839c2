import { describe, expect, it } from 'vitest';
import { findBase, joinsBase, rewritePage, rewriteScript, rewriteStyle, wayToRoot } from './rewrite.ts';

describe('a page in a package', () => {
  const page = `<!DOCTYPE html><html lang="en"><head><link href="/course/_astro/a.css"></head><body>
<a class="x" href="/course/learn/a/">A</a> <a href="#b">B</a>
<astro-island component-url="/course/_astro/w.js"></astro-island><script>new Worker('/course/_astro/k.js')</script></body></html>`;
  const options = { path: 'exercises/x/index.html', base: '/course/', root: { 'data-r': '"' }, head: '<i>' };

  it('finds its base, and its way to the root', () => {
    expect(findBase(page)).toBe('/course/');
    expect(findBase('<link href="/_astro/a.css">')).toBe('/');
    expect(wayToRoot('index.html')).toBe('./');
    expect(wayToRoot('a/b/index.html')).toBe('../../');
  });

  it('asks for its files by relative addresses, and leads nowhere without a site', () => {
    const there = rewritePage(page, { ...options, site: undefined });
    expect(there).not.toContain('"/');
    expect(there).not.toContain("'/");
    expect(there).toContain('href="../../_astro/a.css"');
    expect(there).toContain('component-url="../../_astro/w.js"');
    expect(there).toContain(`new Worker('../../_astro/k.js')`);
    expect(there).toContain('<a class="x">A</a> <a href="#b">B</a>');
    expect(there).toContain('<html data-r="&quot;" lang="en">');
    expect(there).toContain('<i></head>');
  });

  it('leads to the site where there is one', () => {
    const there = rewritePage(page, { ...options, site: 'https://example.org/s/' });
    expect(there).toContain(
      '<a class="x" href="https://example.org/s/learn/a/" target="_blank" rel="noopener">',
    );
  });

  it.each(['/', '/course/'])('has scripts and styles that know no address (base %s)', (base) => {
    const script = `a=\`${base}_astro/x.js\`;b="${base}engine/y";c=e=>{return\`${base}\`+e};d="${base}other"`;
    const there = rewriteScript(script, '_astro/s.js', base);
    const root = 'new URL("../",import.meta.url).href';
    expect(there).toBe(
      `a=\`\${${root}}_astro/x.js\`;b=(${root}+"engine/y");c=e=>{return ${root}+e};d="${base}other"`,
    );
    expect([joinsBase(script, base), joinsBase(there, base)]).toEqual([true, false]);
    const style = rewriteStyle(`url(${base}_astro/f.woff2)url("${base}_astro/g")`, '_astro/s.css', base);
    expect(style).toBe('url(../_astro/f.woff2)url("../_astro/g")');
  });
});
