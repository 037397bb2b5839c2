// npm test: everything, from a clean checkout. Stops at the first step that fails and says which.
import { ensureChromium, ensureInstalled, fail, run, runBeside, toolEnvironment } from './toolchain.mjs';

await ensureInstalled();
const env = toolEnvironment();
/** What stands together runs at the same time: each alone leaves a core idle. */
const steps = [
  [['format and lint', 'biome', 'ci', '--error-on-warnings', '.']],
  [
    ['types', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
    ['snapshots', 'node', 'src/cli/snapshots.ts'],
  ],
  [['unit tests', 'vitest', 'run']],
  [['content check', 'node', 'src/cli/check.ts']],
  [['build', 'astro', 'build']],
  [['browser journeys', 'playwright', 'test']],
];
const only = process.argv.slice(2);
const times = [];
const environment = { ...env, CHROMIUM_PATH: await ensureChromium(env) };

async function runStep([name, command, ...args], beside) {
  if (!beside) console.log(`\n== ${name}`);
  const began = Date.now();
  const { code, said } = beside
    ? await runBeside(command, args, environment)
    : { code: await run(command, args, environment), said: '' };
  times.push(`${name} ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return { name, code, said: beside ? `\n== ${name}\n${said}` : said };
}

for (const group of steps) {
  const asked = group.filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
  const done = await Promise.all(asked.map((step, at) => runStep(step, at > 0)));
  for (const { said } of done) process.stdout.write(said);
  const failed = done.find(({ code }) => code !== 0);
  if (failed) fail(`“${failed.name}” failed; run it alone with: npm test -- "${failed.name}"`);
}
console.log(`\nplanwright: all passed (${times.join(', ')})`);
