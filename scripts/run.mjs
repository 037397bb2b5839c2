// node scripts/run.mjs <file.ts> [arguments]: a command of the project, in a Node that is new enough to run it as it stands.
import { ensureInstalled } from './installed.mjs';
import { run, toolEnvironment } from './toolchain.mjs';

await ensureInstalled();
process.exit(await run('node', process.argv.slice(2), toolEnvironment()));
