// npm run build: snapshots where they are missing, figures for the lessons, then the static site in dist/.
import { rmSync } from 'node:fs';
import { ensureInstalled } from './installed.mjs';
import { moveSite, planOutDir } from './out-dir.mjs';
import { ROOT, run, toolEnvironment } from './toolchain.mjs';

await ensureInstalled();
const { noteBuilt } = await import('./built.mjs');
const began = Date.now();
const env = toolEnvironment();
const given = process.argv.slice(2);
const { args: astroArgs, from, to } = planOutDir(ROOT, given, process.env.INIT_CWD ?? process.cwd());
for (const [command, ...args] of [
  ['node', 'src/cli/snapshots.ts'],
  ['node', 'src/cli/check.ts', '--figures'],
  ['astro', 'build', ...astroArgs],
]) {
  const code = await run(command, args, env);
  if (code === 0) continue;
  if (from !== undefined) rmSync(from, { recursive: true, force: true });
  process.exit(code);
}
if (from !== undefined && to !== undefined) {
  moveSite(from, to);
  console.log(`planwright: the site is in ${to}`);
}
// With options of Astro's own, such as --outDir, it is not dist/ as npm start wants it.
if (given.length === 0) noteBuilt(ROOT, process.env, began);
