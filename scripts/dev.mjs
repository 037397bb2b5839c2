// npm run dev: the site with hot reload, for authors, with the check's findings in the page.
// PORT says where it is served, as with npm start.
import { ensureInstalled, run, toolEnvironment } from './toolchain.mjs';

await ensureInstalled();
const env = toolEnvironment();
const prepared = await run('node', ['src/cli/snapshots.ts'], env);
if (prepared !== 0)
  console.error('planwright: what could not be built is missing from the site; the lines above say why');
// What is given after `--` comes last, and so wins.
const { PORT } = process.env;
const port = PORT ? ['--port', PORT] : [];
process.exit(await run('astro', ['dev', ...port, ...process.argv.slice(2)], env));
