// npm run dev: the site with hot reload, for authors.
import { ensureInstalled, run, toolEnvironment } from './toolchain.mjs';

await ensureInstalled();
const env = toolEnvironment();
const prepared = await run('node', ['src/cli/snapshots.ts'], env);
process.exit(prepared === 0 ? await run('astro', ['dev', ...process.argv.slice(2)], env) : prepared);
