// npm start: installs what is missing, builds what is missing or not as it is wanted now, serves the site.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, isDiskFull } from './installed.mjs';
import { endWithNpm } from './npm-end.mjs';
import { fail, ROOT, run, tryPort } from './toolchain.mjs';

const port = Number(process.env.PORT ?? 4321);
const host = process.env.HOST ?? '127.0.0.1';

/** @param {{ code?: string, message: string }} error */
function failAtPort({ code, message }) {
  fail(code === 'EADDRINUSE' ? `port ${port} is taken: PORT=${port + 1} npm start` : message);
}

endWithNpm();
if (!Number.isInteger(port) || port < 0 || port > 65535)
  fail(`PORT is “${process.env.PORT}”, and a port is a number up to 65535`);
// Before the minutes that a build takes.
const tried = await tryPort(port, host);
if ('error' in tried) failAtPort(tried.error);
await ensureInstalled();
const { basePath, whyBuild } = await import('./built.mjs');
const why = whyBuild(ROOT, process.env);
if (why !== undefined) {
  // The databases are made once, and take the most of it.
  const long = existsSync(join(ROOT, 'public', 'engine')) ? 'about a minute' : 'some minutes';
  console.log(`planwright: building the site, ${long}: ${why}`);
  const code = await run('node', ['scripts/build.mjs']);
  if (code !== 0)
    fail(
      `the site could not be built: ${isDiskFull() ? `the disk of ${ROOT} is full` : 'the lines above say why'}`,
    );
}
const { serve } = await import('./serve.mjs');
try {
  const base = basePath(process.env.BASE_PATH);
  const { address } = await serve({ dist: join(ROOT, 'dist'), base, port, host });
  console.log(`planwright: ready at ${address} (Ctrl+C ends it)`);
} catch (error) {
  failAtPort(error);
}
