// npm run dev: the site with hot reload, for authors, with the check's findings in the page.
// PORT says where it is served, as with npm start.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureInstalled } from './installed.mjs';
import { endWithNpm } from './npm-end.mjs';
import { ROOT, run, toolEnvironment } from './toolchain.mjs';

/** The server ends with this when the course's folders are others than they were: it is started again then. */
const AGAIN = 75;

/** The exit code of what a signal ended. */
const ENDED = 130;

/** Whether a course is named that is not there: what makes the snapshots has said so, and nothing else can be done. */
function isNamedInVain() {
  const named = ['PLANWRIGHT_CONFIG', 'PLANWRIGHT_CONTENT', 'PLANWRIGHT_EXERCISES'];
  const { PLANWRIGHT_CONFIG: config } = process.env;
  if (config && statSync(resolve(ROOT, config), { throwIfNoEntry: false })?.isDirectory()) return true;
  return named.some((name) => process.env[name] && !existsSync(resolve(ROOT, process.env[name])));
}

endWithNpm();
await ensureInstalled();
const env = { ...toolEnvironment(), PLANWRIGHT_DEV_AGAIN: String(AGAIN) };
const { PORT } = process.env;
const given = process.argv.slice(2);
// Astro takes its usual port where it is given two.
const port = PORT && !given.some((one) => one.startsWith('--port')) ? ['--port', PORT] : [];
let code = AGAIN;
while (code === AGAIN) {
  const prepared = await run('node', ['src/cli/snapshots.ts'], env);
  // Somebody ended it meanwhile, or there is no course.
  if (prepared === ENDED || (prepared !== 0 && isNamedInVain())) process.exit(prepared);
  if (prepared !== 0)
    console.error('planwright: what could not be built is missing from the site; the lines above say why');
  code = await run('astro', ['dev', ...port, ...given], env);
}
process.exit(code);
