// Serves dist/ as a static host would: the headers of _headers, compression, 404.html, under a sub-path too.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { basePath } from './built.mjs';

/** Reads the `_headers` format of static hosts: a path pattern, then indented `Name: value` lines. */
function readHeaders(file) {
  const rules = [];
  if (!existsSync(file)) return rules;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    if (/^\S/.test(line)) {
      const pattern = line
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    } else {
      const at = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
    }
  }
  return rules;
}

/** @param {string | undefined} asked */
function urlOf(asked) {
  try {
    return new URL(asked ?? '/', 'http://localhost');
  } catch {
    return undefined;
  }
}

/**
 * What is served from a folder. It is read once, and again when the site was built anew: its files have other names then.
 * @param {string} dist
 */
function siteIn(dist) {
  const builtAt = () => statSync(join(dist, '.built'), { throwIfNoEntry: false })?.mtimeMs;
  const read = () => ({
    at: builtAt(),
    rules: readHeaders(join(dist, '_headers')),
    files: sirv(dist, { etag: true, dotfiles: false }),
  });
  let site = read();
  return () => {
    if (builtAt() !== site.at) site = read();
    return site;
  };
}

/**
 * Starts a server for a built site. Resolves with its address, or rejects with the system's error (EADDRINUSE).
 * @param {{ dist: string, base?: string, port: number, host?: string }} options
 */
export function serve({ dist, base = '/', port, host = '127.0.0.1' }) {
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const notFound = join(dist, '404.html');
  const site = siteIn(dist);
  const server = createServer((request, response) => {
    const url = urlOf(request.url);
    if (!url) {
      response.writeHead(400).end('This address cannot be read.');
      return;
    }
    const { rules, files } = site();
    for (const rule of rules) {
      if (!rule.pattern.test(url.pathname)) continue;
      for (const [name, value] of rule.headers) response.setHeader(name, value);
    }
    if (url.pathname === prefix.slice(0, -1) && prefix !== '/') {
      response.writeHead(308, { Location: prefix }).end();
      return;
    }
    const miss = () => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(existsSync(notFound) ? readFileSync(notFound) : 'Not found');
    };
    if (!url.pathname.startsWith(prefix)) return miss();
    request.url = `/${url.pathname.slice(prefix.length)}${url.search}`;
    files(request, response, miss);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: bound } = server.address();
      resolve({
        address: `http://${host === '0.0.0.0' ? 'localhost' : host}:${bound}${prefix}`,
        close: () => server.close(),
      });
    });
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { address } = await serve({
    dist: process.argv[2] ?? 'dist',
    base: basePath(process.env.BASE_PATH),
    port: Number(process.env.PORT ?? 4321),
  }).catch((error) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(
      `planwright: ${taken ? `port ${error.port} is taken: set PORT to another` : error.message}`,
    );
    process.exit(1);
  });
  console.log(`planwright: ${address}`);
}
