// What the npm scripts stand on, in plain Node 20: the right Node, the installed packages, a Chromium, child processes.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BIN = join(ROOT, 'node_modules', '.bin');
const STAMP = join(ROOT, 'node_modules', '.planwright-lock');

/** Ends the script with one clear line. */
export function fail(line) {
  console.error(`planwright: ${line}`);
  process.exit(1);
}

function atLeast(version, major, minor) {
  const [a, b] = version.replace(/^v/, '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

/** Runs a program in the project with inherited output. Resolves with its exit code; ends with this process. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    const forward = (signal) => child.kill(signal);
    process.once('SIGINT', forward);
    process.once('SIGTERM', forward);
    child.on('error', (error) => fail(`${command} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal ? 130 : 1));
    });
  });
}

/**
 * Whether a port can be listened on: the port that it was, or the system's error. Port 0 is any free one.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<{ bound: number } | { error: NodeJS.ErrnoException }>}
 */
export function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ error }));
    server.listen(port, host, () => {
      const { port: bound } = server.address();
      server.close(() => resolve({ bound }));
    });
  });
}

/** Runs a command beside another one: what it says is kept, and comes back with its exit code. */
export function runBeside(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env } });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => fail(`${command} could not be started: ${error.message}`));
    child.on('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString() }));
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether npm itself has noted that every package of the lock file is there, in its version: after `npm install` or
 * `npm ci` by hand there is nothing to install again. What is optional may be missing on this system.
 */
export function holdsAll(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const there = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = there[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity && existsSync(join(root, path));
  });
}

/**
 * Why the project cannot be used with a Node of this version, and what to do; undefined where it can.
 * @param {string} version
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  if (atLeast(version, 20, 0)) return undefined;
  return `Node ${version} is too old: install Node 20 or later from https://nodejs.org`;
}

/** Installs the packages where they are missing or the lock file has changed since. */
export async function ensureInstalled() {
  const problem = nodeProblem(process.versions.node);
  if (problem) fail(problem);
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  if (holdsAll(ROOT)) {
    writeFileSync(STAMP, lock);
    return;
  }
  // npm would empty the folder that the link leads to.
  if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    fail('node_modules is a link to a folder that does not hold the packages: take the link away');
  // Not among what a command says: that may be read by a machine.
  console.error('planwright: installing packages, once');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    fail('the packages could not be installed: is there a network, and does it reach the npm registry?');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, lock);
}

/**
 * The environment in which `node` is new enough for the tools: the one that is running, the one that the packages
 * bring along on Linux, or one that npx fetches.
 */
export function toolEnvironment() {
  const path = (first) => ({
    PATH: [first, BIN, process.env.PATH].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    // Databases live in threads, and each would strip the types of the same files again.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(ROOT, '.cache', 'node'),
  });
  if (atLeast(process.versions.node, 22, 19)) return path(dirname(process.execPath));
  const carried = spawnSync(join(BIN, 'node'), ['--version'], { encoding: 'utf8' });
  if (carried.status === 0 && atLeast(carried.stdout.trim(), 22, 19)) return path(BIN);
  const fetched = spawnSync('npx', ['-y', '-p', 'node@24', 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
  });
  if (fetched.status === 0) return path(dirname(fetched.stdout.trim()));
  return fail(
    `Node ${process.versions.node} is too old for the build tools and a newer one could not be fetched`,
  );
}

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

/** A Chromium to test in: one that is there, Playwright's own, or the system's package manager's. */
export async function ensureChromium(env) {
  const there = findChromium(env);
  if (there) return there;
  console.log('planwright: no Chromium found, installing one');
  await run('node', [join(ROOT, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], env);
  const fetched = findChromium(env);
  if (fetched) return fetched;
  if (existsSync('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (...args) => {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      return run(command, rest, { DEBIAN_FRONTEND: 'noninteractive' });
    };
    await apt('update', '-qq');
    await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  }
  return (
    findChromium(env) ??
    fail('no Chromium to test in: install Chrome or Chromium, or set CHROMIUM_PATH to its executable')
  );
}
