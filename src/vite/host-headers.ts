import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** CSP source expressions for the scripts that stand inside a page, data blocks left out. */
export function inlineScriptHashes(html: string): readonly string[] {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/gi);
  return Array.from(scripts)
    .filter(([, attributes = '']) => !/type=["']?application\/(ld\+)?json/i.test(attributes))
    .map(([, , body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`);
}

/** What is found under the same address after the next build: pages, and where the search begins. */
const STAYING = ['pagefind/*'];

/** Patterns that cover every page and nothing else: the root, and each folder at the top that holds pages. */
export function pagePatterns(pages: readonly string[]): readonly string[] {
  const patterns = pages.map((page) => {
    const [top = '', ...rest] = page.split(/[\\/]/);
    return rest.length > 0 ? `${top}/*` : top === 'index.html' ? '' : top;
  });
  return [...new Set(patterns)].sort();
}

/** Folders whose files carry a hash of their content in their name. No page asks for `engine/manifest.json`. */
const hashed = ['_astro/*', 'engine/*'];

function cachingRules(root: string, patterns: readonly string[], value: string): string {
  return patterns.map((pattern) => `\n${root}${pattern}\n  Cache-Control: ${value}\n`).join('');
}

/**
 * The text of `_headers`, as Netlify, Cloudflare Pages and others read it. No path matches two rules that set the same
 * header: hosts join such values instead of choosing one.
 */
export function headersFile(base: string, scriptHashes: readonly string[], pages: readonly string[]): string {
  const root = base.endsWith('/') ? base : `${base}/`;
  const csp = [
    "default-src 'self'",
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self'",
    // The unpacker of the database's files carries its WebAssembly as such an address.
    "connect-src 'self' data:",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
  return `${root}*
  Content-Security-Policy: ${csp}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
${cachingRules(root, [...pagePatterns(pages), ...STAYING], 'public, max-age=0, must-revalidate')}${cachingRules(root, hashed, 'public, max-age=31536000, immutable')}`;
}

/** Writes `_headers` beside the built pages, with a hash for each script that stands inside one of them. */
export function hostHeaders(base: string): AstroIntegration {
  return {
    name: 'planwright:host-headers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = await Array.fromAsync(glob('**/*.html', { cwd: root }));
        const texts = await Promise.all(pages.map((page) => readFile(`${root}/${page}`, 'utf8')));
        const hashes = [...new Set(texts.flatMap(inlineScriptHashes))].sort();
        await writeFile(`${root}/_headers`, headersFile(base, hashes, pages));
      },
    },
  };
}
