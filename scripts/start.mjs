// npm start: installs what is missing, builds what is missing or older than its sources, serves the site.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, ROOT, run } from './toolchain.mjs';

const SOURCES = ['src', 'content', 'exercises', 'public', 'astro.config.mjs', 'package-lock.json', 'scripts'];
const STAMP = join(ROOT, 'dist', '.built');

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'engine' || !path.endsWith('public'));
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}

await ensureInstalled();
const wanted = process.env.BASE_PATH ?? '/';
const built = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0;
if (Math.max(...SOURCES.map((name) => newest(join(ROOT, name)))) > built) {
  console.log('planwright: building the site (about a minute the first time)');
  const code = await run('node', ['scripts/build.mjs']);
  if (code !== 0) fail('the site could not be built: the lines above say why');
  writeFileSync(STAMP, wanted);
}
const { serve } = await import('./serve.mjs');
const port = Number(process.env.PORT ?? 4321);
try {
  const { address } = await serve({
    dist: join(ROOT, 'dist'),
    base: wanted,
    port,
    host: process.env.HOST ?? '127.0.0.1',
  });
  console.log(`planwright: ready at ${address} (Ctrl+C ends it)`);
} catch (error) {
  fail(error.code === 'EADDRINUSE' ? `port ${port} is taken: PORT=${port + 1} npm start` : error.message);
}
