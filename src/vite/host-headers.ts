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

/** The text of `_headers`, as Netlify, Cloudflare Pages and others read it. */
export function headersFile(base: string, scriptHashes: readonly string[]): string {
  const root = base.endsWith('/') ? base : `${base}/`;
  const csp = [
    "default-src 'self'",
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
  return `${root}*
  Content-Security-Policy: ${csp}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cache-Control: public, max-age=0, must-revalidate

${root}_astro/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
`;
}

/** Writes `_headers` beside the built pages, with a hash for each script that stands inside one of them. */
export function hostHeaders(base: string): AstroIntegration {
  return {
    name: 'planwright:host-headers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const hashes = new Set<string>();
        for await (const page of glob('**/*.html', { cwd: root })) {
          for (const hash of inlineScriptHashes(await readFile(`${root}/${page}`, 'utf8'))) hashes.add(hash);
        }
        await writeFile(`${root}/_headers`, headersFile(base, [...hashes].sort()));
      },
    },
  };
}
