// npm run build: snapshots where they are missing, figures for the lessons, then the static site in dist/.
import { ensureInstalled, run, toolEnvironment } from './toolchain.mjs';

await ensureInstalled();
const env = toolEnvironment();
for (const [command, ...args] of [
  ['node', 'src/cli/snapshots.ts'],
  ['node', 'src/cli/check.ts', '--figures'],
  ['astro', 'build', ...process.argv.slice(2)],
]) {
  const code = await run(command, args, env);
  if (code !== 0) process.exit(code);
}
