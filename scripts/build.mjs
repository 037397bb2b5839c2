// npm run build: snapshots where they are missing, figures for the lessons, then the static site in dist/.
import { ensureInstalled, ROOT, run, toolEnvironment } from './toolchain.mjs';

await ensureInstalled();
const { noteBuilt } = await import('./built.mjs');
const began = Date.now();
const env = toolEnvironment();
const given = process.argv.slice(2);
for (const [command, ...args] of [
  ['node', 'src/cli/snapshots.ts'],
  ['node', 'src/cli/check.ts', '--figures'],
  ['astro', 'build', ...given],
]) {
  const code = await run(command, args, env);
  if (code !== 0) process.exit(code);
}
// With options of Astro's own, such as --outDir, it is not dist/ as npm start wants it.
if (given.length === 0) noteBuilt(ROOT, process.env, began);
