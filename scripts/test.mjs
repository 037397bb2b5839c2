// npm test: everything, from a clean checkout. Stops at the first step that fails and says which.
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './installed.mjs';
import { noteLastTest } from './last-test.mjs';
import { endWithNpm } from './npm-end.mjs';
import { fail, ROOT, run, runBeside, toolEnvironment, tryPort } from './toolchain.mjs';

endWithNpm();
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
const began = Date.now();
/** Two checkouts may be tested at once. */
const e2ePort = process.env.E2E_PORT ?? String((await tryPort(0)).bound);
const environment = { ...env, CHROMIUM_PATH: await ensureChromium(env), E2E_PORT: e2ePort };

async function runStep([name, command, ...args], beside) {
  if (!beside) console.log(`\n== ${name}`);
  const since = Date.now();
  const { code, said } = beside
    ? await runBeside(command, args, environment)
    : { code: await run(command, args, environment), said: '' };
  times.push(`${name} ${((Date.now() - since) / 1000).toFixed(0)} s`);
  return { name, code, said: beside ? `\n== ${name}\n${said}` : said };
}

for (const group of steps) {
  const asked = group.filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
  const done = await Promise.all(asked.map((step, at) => runStep(step, at > 0)));
  for (const { said } of done) process.stdout.write(said);
  const failed = done.find(({ code }) => code !== 0);
  if (asked.some(([name]) => name === 'build') && only.length === 0 && !failed) {
    const { noteBuilt } = await import('./built.mjs');
    noteBuilt(ROOT, process.env, began);
  }
  if (failed) fail(`“${failed.name}” failed; run it alone with: npm test -- "${failed.name}"`);
}
if (only.length === 0) noteLastTest(ROOT, { seconds: Math.round((Date.now() - began) / 1000), steps: times });
console.log(`\nplanwright: all passed (${times.join(', ')})`);
