// npm test: everything, from a clean checkout. Stops at the first step that fails and says which.
import { ensureChromium, ensureInstalled, fail, run, toolEnvironment } from './toolchain.mjs';

await ensureInstalled();
const env = toolEnvironment();
const steps = [
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '.'],
  ['snapshots', 'node', 'src/cli/snapshots.ts'],
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['unit tests', 'vitest', 'run'],
  ['content check', 'node', 'src/cli/check.ts'],
  ['build', 'astro', 'build'],
  ['browser journeys', 'playwright', 'test'],
];
const only = process.argv.slice(2);
const times = [];
const chromium = await ensureChromium(env);
for (const [name, command, ...args] of steps) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  console.log(`\n== ${name}`);
  const began = Date.now();
  const code = await run(command, args, { ...env, CHROMIUM_PATH: chromium });
  times.push(`${name} ${((Date.now() - began) / 1000).toFixed(0)} s`);
  if (code !== 0) fail(`“${name}” failed; run it alone with: npm test -- "${name}"`);
}
console.log(`\nplanwright: all passed (${times.join(', ')})`);
