// What the npm scripts stand on, in plain Node 20: the right Node, the project's own tools, child processes, a free port.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export { nodeProblem } from './old-node.cjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const BIN = join(ROOT, 'node_modules', '.bin');

/** Whether somebody has ended what runs: then it has not failed, and nobody has to be told. */
let stopped = false;

/**
 * Ends the script with one clear line.
 * @param {string} line
 * @param {string} said what a tool said of it, where that is worth reading
 */
export function fail(line, said = '') {
  if (stopped) process.exit(130);
  process.stderr.write(said);
  console.error(`planwright: ${line}`);
  process.exit(1);
}

function atLeast(version, major, minor) {
  const [a, b] = version.replace(/^v/, '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

/** A tool of the project's own, whatever else of its name the `PATH` leads to. Which Node it is, the environment says. */
function toolOf(command) {
  const own = join(BIN, command);
  return command !== 'node' && existsSync(own) ? own : command;
}

/** Starts a program in the project; a signal that ends this process is passed on, and nothing is said about it. */
function start(command, args, env, stdio) {
  const child = spawn(toolOf(command), args, { cwd: ROOT, stdio, env: { ...process.env, ...env } });
  const forward = (signal) => {
    stopped = true;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.once(signal, forward);
  child.on('error', (error) => fail(`${command} could not be started: ${error.message}`));
  child.on('close', () => {
    for (const signal of signals) process.off(signal, forward);
  });
  return child;
}

/** Runs a program in the project with inherited output. Resolves with its exit code; ends with this process. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    start(command, args, env, 'inherit').on('close', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
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

/** Runs a command without showing what it says: that is kept, and comes back with its exit code. */
export function runBeside(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, env, ['ignore', 'pipe', 'pipe']);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString() }));
  });
}

/** Where the packages bring a Node along: npm before 10 makes no link to it in the folder of their commands. */
function carriedIn(modules) {
  const system = `${process.platform}-${process.arch}`;
  const names = [`node-${system}`, `node-bin-${system}`];
  return [join(modules, '.bin'), ...names.map((name) => join(modules, name, 'bin'))];
}

/**
 * The folder of a Node that is new enough for the tools: the one that is running, the one that the packages bring along,
 * or one that npx fetches. What npx fetches is made for glibc: where there is another, `node` is then the old one again.
 * @param {{ version: string, execPath: string }} running
 * @param {string} modules
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function findNode(running = process, modules = dirname(BIN), env = process.env) {
  if (atLeast(running.version, 22, 19)) return dirname(running.execPath);
  for (const folder of carriedIn(modules)) {
    const carried = spawnSync(join(folder, 'node'), ['--version'], { encoding: 'utf8' });
    if (carried.status === 0 && atLeast(carried.stdout.trim(), 22, 19)) return folder;
  }
  const tell = "process.version + ' ' + process.execPath";
  const fetched = spawnSync('npx', ['-y', '-p', 'node@24', 'node', '-p', tell], { encoding: 'utf8', env });
  const [, version, path] = /^v(\S+) (.+)$/m.exec(fetched.stdout ?? '') ?? [];
  return fetched.status === 0 && path && atLeast(version, 22, 19) ? dirname(path) : undefined;
}

/**
 * What to do where no Node is new enough for the tools.
 * @param {string} version
 * @param {boolean} isAlpine
 */
export function noNodeFor(version, isAlpine = existsSync('/sbin/apk')) {
  const from = isAlpine
    ? "install nodejs 22.19 or later from the system's packages"
    : 'install Node 22.19 or later from https://nodejs.org';
  return `Node ${version} is too old for the build tools, and a newer one could not be fetched: ${from}`;
}

/** The environment in which `node` is new enough for the tools. */
export function toolEnvironment() {
  const first = findNode() ?? fail(noNodeFor(process.versions.node));
  return {
    PATH: [first, BIN, process.env.PATH].join(delimiter),
    // What is set for other projects would have tests run in what is made for visitors.
    NODE_ENV: undefined,
    ASTRO_TELEMETRY_DISABLED: '1',
    // Databases live in threads, and each would strip the types of the same files again.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(ROOT, '.cache', 'node'),
    // A database is large blocks of memory: with large pages the content check takes a tenth less. Only glibc knows it.
    GLIBC_TUNABLES: process.env.GLIBC_TUNABLES ?? 'glibc.malloc.hugetlb=1',
  };
}
