// A Chromium for the tests: one that is there, or one that is installed. In plain Node 20.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail, ROOT, runBeside } from './toolchain.mjs';

/** Whether a browser starts: one that was downloaded lies there without the system's libraries that it needs. */
function starts(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The first browser that starts: the one of `CHROMIUM_PATH`, one on the `PATH`, or Playwright's own.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function findChromium(env) {
  const named = (env.PATH ?? process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((at) => CHROMIUM_NAMES.map((name) => join(at, name)));
  const found = [env.CHROMIUM_PATH ?? process.env.CHROMIUM_PATH, ...named, ...CHROMIUM_PLACES].find(
    (path) => path && starts(path),
  );
  if (found) return found;
  const own = spawnSync(
    'node',
    ['-e', "process.stdout.write(require('playwright-core').chromium.executablePath())"],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return own.status === 0 && starts(own.stdout) ? own.stdout : undefined;
}

const PLAYWRIGHT = join(ROOT, 'node_modules', 'playwright-core', 'cli.js');

/** @typedef {readonly [command: string, ...args: string[]]} Command */

/**
 * The ways to get a Chromium, in the order in which they are tried, each by its commands.
 * @param {{ apk: boolean, apt: boolean, isUbuntu: boolean, asRoot: readonly string[] | undefined }} system `asRoot`
 * begins a command that changes the system; undefined where none can.
 * @returns {readonly (readonly Command[])[]}
 */
export function waysToChromium({ apk, apt, isUbuntu, asRoot }) {
  const system = (...command) => [...(asRoot ?? []), ...command];
  // What Playwright downloads is made for glibc.
  if (apk) return asRoot ? [[system('apk', 'add', '--no-cache', 'chromium')]] : [];
  const download = [['node', PLAYWRIGHT, 'install', 'chromium']];
  if (!apt || !asRoot) return [download];
  // The package is a snap there, which no container runs: what was downloaded lacks no more than libraries.
  if (isUbuntu) return [download, [system(process.execPath, PLAYWRIGHT, 'install-deps', 'chromium')]];
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  return [download, [system('apt-get', 'update', '-qq'), system('apt-get', ...install)]];
}

function systemHere() {
  const release = '/etc/os-release';
  const isRoot = process.getuid?.() === 0;
  const hasSudo = () => spawnSync('sudo', ['-V'], { stdio: 'ignore' }).status === 0;
  return {
    apk: existsSync('/sbin/apk'),
    apt: existsSync('/usr/bin/apt-get'),
    isUbuntu: existsSync(release) && /^ID="?ubuntu"?$/m.test(readFileSync(release, 'utf8')),
    asRoot: isRoot ? [] : hasSudo() ? ['sudo', '-n'] : undefined,
  };
}

/**
 * What Playwright, sudo or a package manager said that went wrong, in its first words.
 * @param {string} said
 */
export function reasonIn(said) {
  return /^(?:Error|ERROR|E|sudo): (.+)$/m.exec(said)?.[1];
}

/**
 * One line for where no way has led to a Chromium.
 * @param {{ apk: boolean, apt: boolean, isUbuntu: boolean }} system
 * @param {readonly (string | undefined)[]} reasons
 */
export function noChromium({ apk, apt, isUbuntu }, reasons) {
  const why = [...new Set(reasons.filter(Boolean))].join('; ');
  const manager = apk ? 'apk add' : apt && !isUbuntu ? 'apt-get install' : undefined;
  const how = manager === undefined ? '' : ` (as root: ${manager} chromium)`;
  return `no Chromium could be found or installed${why && ` (${why})`}: install Chrome or Chromium${how}, or set CHROMIUM_PATH to its executable`;
}

/** A Chromium to test in: one that is there, Playwright's own, or the system's package manager's. */
export async function ensureChromium(env) {
  const there = findChromium(env);
  if (there) return there;
  console.log('planwright: no Chromium found, installing one: some minutes');
  const system = systemHere();
  const reasons = [];
  for (const way of waysToChromium(system)) {
    for (const [command, ...args] of way) {
      const { code, said } = await runBeside(command, args, { ...env, DEBIAN_FRONTEND: 'noninteractive' });
      if (code !== 0) reasons.push(reasonIn(said));
    }
    const found = findChromium(env);
    if (found) return found;
    if (reasons.length === 0) reasons.push('the one that was downloaded does not start here');
  }
  return fail(noChromium(system, reasons));
}
