// npm start: installs what is missing, builds what is missing or not as it is wanted now, serves the site.
import { join } from 'node:path';
import { ensureInstalled, fail, ROOT, run } from './toolchain.mjs';

await ensureInstalled();
const { basePath, whyBuild } = await import('./built.mjs');
const why = whyBuild(ROOT, process.env);
if (why !== undefined) {
  console.log(`planwright: building the site, about a minute: ${why}`);
  const code = await run('node', ['scripts/build.mjs']);
  if (code !== 0) fail('the site could not be built: the lines above say why');
}
const { serve } = await import('./serve.mjs');
const port = Number(process.env.PORT ?? 4321);
try {
  const { address } = await serve({
    dist: join(ROOT, 'dist'),
    base: basePath(process.env.BASE_PATH),
    port,
    host: process.env.HOST ?? '127.0.0.1',
  });
  console.log(`planwright: ready at ${address} (Ctrl+C ends it)`);
} catch (error) {
  fail(error.code === 'EADDRINUSE' ? `port ${port} is taken: PORT=${port + 1} npm start` : error.message);
}
