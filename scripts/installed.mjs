// Whether node_modules/ holds the packages, made for this system, and their installation. In plain Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { tellProgress } from './count-packages.mjs';
import { npmProblem } from './npm-problem.mjs';
import { BIN, fail, ROOT, runBeside } from './toolchain.mjs';

const STAMP = join(ROOT, 'node_modules', '.planwright-lock');

/** The C library of this system, as packages name it; undefined where it is not Linux. */
function libcHere() {
  if (process.platform !== 'linux') return undefined;
  // Without this Node looks up the names of the machines that it is connected to.
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** @returns {{ os: string, cpu: string, libc: string | undefined }} */
function systemHere() {
  return { os: process.platform, cpu: process.arch, libc: libcHere() };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether a package that names systems (`linux`, or `!win32` for all others) means this one. */
function means(named, here) {
  const names = [named ?? []].flat();
  const others = names.filter((name) => !name.startsWith('!'));
  return !names.includes(`!${here}`) && (others.length === 0 || others.includes(here));
}

/** Whether a package is one that this system needs, of those that are there once for each. */
function isMadeFor({ os, cpu, libc }, system) {
  const names = os !== undefined || cpu !== undefined || libc !== undefined;
  return names && means(os, system.os) && means(cpu, system.cpu) && means(libc, system.libc);
}

/**
 * Whether npm itself has noted that every package of the lock file is there, in its version: after `npm install` or
 * `npm ci` by hand there is nothing to install again. What is optional may be missing, unless it is made for this
 * system: then the packages were installed on another one.
 */
export function holdsAll(root, system = systemHere()) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const there = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = there[path];
    if (!found) return entry.optional === true && !isMadeFor(entry, system);
    return (
      found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path))
    );
  });
}

/**
 * Takes away the Node that the packages bring along where it cannot run, as with musl: whatever looks for `node` in
 * their folder first would find it.
 */
export function dropDeadNode(bin = BIN) {
  const node = join(bin, 'node');
  if (!lstatSync(node, { throwIfNoEntry: false })) return;
  if (spawnSync(node, ['--version'], { stdio: 'ignore' }).status !== 0) rmSync(node);
}

function noteInstalled(stamp) {
  dropDeadNode();
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
}

/** All that the lock file names, whatever is set for other projects: NODE_ENV=production would leave the tools out. */
const INSTALL = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
/** npm asks again after this, and then after ten times as long: usually that is more than a minute for a network that is not there. */
const SOON = '--fetch-retry-mintimeout=1000';

/** npm itself says nothing before it is done, or has given up: five minutes for each answer that does not come. */
const TELL_EVERY_MS = 30_000;

/** What the packages take, in megabytes. */
const PACKAGES_TAKE = 900;
/** Megabytes free on a disk that counts as full. */
const NOTHING_LEFT = 1;

/**
 * Why nothing can be put into a folder: npm's scripts crash on a full disk, and npm calls a folder that cannot be written
 * one that is not there.
 * @param {string} root
 * @param {number} free megabytes
 * @returns {string | undefined}
 */
export function folderProblem(root, free) {
  try {
    accessSync(root, constants.W_OK);
  } catch ({ code }) {
    return `${root} cannot be written (${code})`;
  }
  return free < PACKAGES_TAKE
    ? `${root} has ${Math.floor(free)} MB free, and the packages take ${PACKAGES_TAKE}`
    : undefined;
}

function freeMegabytes() {
  const { bavail, bsize } = statfsSync(ROOT);
  return (bavail * bsize) / 1e6;
}

/** Whether nothing more can be written where the project lies: what failed then failed for that. */
export function isDiskFull() {
  return freeMegabytes() < NOTHING_LEFT;
}

async function install() {
  // Not among what a command says: that may be read by a machine.
  console.error('planwright: installing packages, once: a minute or so');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const free = freeMegabytes();
  const stop = tellProgress(ROOT, TELL_EVERY_MS, console.error);
  const { code, said } = await runBeside(npm, [...INSTALL, SOON]);
  stop();
  if (code === 0 && isDiskFull())
    // npm leaves out what does not fit, and ends as if all were there.
    fail(
      `the packages could not be installed: the disk of ${ROOT} is full, and they take ${PACKAGES_TAKE} MB`,
    );
  if (code === 0) return;
  const problem = npmProblem(said) ?? folderProblem(ROOT, free);
  if (problem === undefined) fail('the packages could not be installed: the lines above say why', said);
  fail(`the packages could not be installed: ${problem}`);
}

/**
 * Why the project cannot be built where it lies: in an address such a character ends the path.
 * @param {string} root
 * @returns {string | undefined}
 */
function placeProblem(root) {
  const sign = /[#?]/.exec(root)?.[0];
  return sign && `the build tools cannot read a path with “${sign}” in it: move the project out of ${root}`;
}

/** Installs the packages where they are missing, were made for another system, or the lock file has changed since. */
export async function ensureInstalled() {
  const problem = placeProblem(ROOT);
  if (problem) fail(problem);
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const system = systemHere();
  const stamp = [lock, ...Object.values(system)].join(' ').trim();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  if (holdsAll(ROOT, system)) return noteInstalled(stamp);
  // npm would empty the folder that the link leads to.
  if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    fail('node_modules is a link to a folder that does not hold the packages: take the link away');
  await install();
  noteInstalled(stamp);
}
