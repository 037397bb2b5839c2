// Whether dist/ is the site that is wanted: made with the same settings, and newer than all that it was made from.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parse } from 'yaml';

const SOURCES = [
  ...['src', 'content', 'exercises', 'public', 'docs', 'scripts'],
  ...['astro.config.mjs', 'package-lock.json', 'planwright.config.yaml'],
];
/** What changes the site without changing a file of the project. */
const SETTINGS = ['BASE_PATH', 'SITE_URL', 'PLANWRIGHT_CONFIG', 'PLANWRIGHT_CONTENT', 'PLANWRIGHT_EXERCISES'];
const FOLDERS = SETTINGS.filter((name) => name.startsWith('PLANWRIGHT_'));

/**
 * `/`, or `/course/`, however it was written.
 * @param {string | undefined} written
 */
export function basePath(written) {
  const inside = (written ?? '').replace(/^\/+|\/+$/g, '');
  return inside === '' ? '/' : `/${inside}/`;
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
function settingsOf(root, env) {
  return Object.fromEntries(
    SETTINGS.map((name) => {
      const written = env[name];
      if (name === 'BASE_PATH') return [name, basePath(written)];
      return [name, written && FOLDERS.includes(name) ? resolve(root, written) : (written ?? '')];
    }),
  );
}

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/**
 * The course file and the folders that it names: they may lie outside the project.
 * @param {string} root
 * @param {Record<string, string>} settings
 */
function courseFiles(root, settings) {
  const file = settings.PLANWRIGHT_CONFIG || join(root, 'planwright.config.yaml');
  const named = [file, settings.PLANWRIGHT_CONTENT, settings.PLANWRIGHT_EXERCISES];
  try {
    const { content, exercises } = parse(readFileSync(file, 'utf8')) ?? {};
    for (const folder of [content, exercises])
      if (typeof folder === 'string') named.push(resolve(dirname(file), folder));
  } catch {
    // Without a course file, or with one that cannot be read, the build says what there is to say.
  }
  return named.filter((path) => path !== undefined && path !== '');
}

/** Finder and editors lay down files of their own, and write them again and again. */
const isHidden = (name) => name.startsWith('.');

/**
 * The youngest file below a path, and when it was changed. A folder changes with what is taken out of it.
 * @param {string} path
 * @returns {{ path: string, at: number }}
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return { path, at: 0 };
  if (!stat.isDirectory()) return { path, at: stat.mtimeMs };
  // The snapshots are made by the build.
  const isPublic = basename(path) === 'public';
  const own = { path, at: isPublic ? 0 : stat.mtimeMs };
  return readdirSync(path)
    .filter((name) => !isHidden(name) && !(isPublic && name === 'engine'))
    .map((name) => newest(join(path, name)))
    .reduce((a, b) => (b.at > a.at ? b : a), own);
}

/** @param {string} root */
const stampFile = (root) => join(root, 'dist', '.built');

/** @param {string} root */
function readStamp(root) {
  try {
    const read = JSON.parse(readFileSync(stampFile(root), 'utf8'));
    return typeof read?.began === 'number' && typeof read.settings === 'object' ? read : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Why the site has to be built, in a few words; undefined where dist/ is what is wanted.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function whyBuild(root, env) {
  if (!existsSync(join(root, 'dist', 'index.html'))) return 'there is none yet';
  const stamp = readStamp(root);
  if (!stamp) return 'it is not known what dist/ was built from';
  const settings = settingsOf(root, env);
  const other = SETTINGS.filter((name) => stamp.settings[name] !== hash(settings[name] ?? ''));
  if (other.length > 0)
    return `${other.join(' and ')} ${other.length > 1 ? 'are' : 'is'} another than at the last build`;
  const sources = [...SOURCES.map((name) => join(root, name)), ...courseFiles(root, settings)];
  const { path, at } = sources.map(newest).reduce((a, b) => (b.at > a.at ? b : a));
  return at > stamp.began ? `${relative(root, path)} has changed since the last build` : undefined;
}

/**
 * Notes what dist/ was built with. What changed while it was being built counts as newer.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {number} began
 */
export function noteBuilt(root, env, began) {
  // Addresses and folders as hashes: the note lies beside the site, and may be uploaded with it.
  const settings = Object.fromEntries(
    Object.entries(settingsOf(root, env)).map(([name, value]) => [name, hash(value)]),
  );
  writeFileSync(stampFile(root), `${JSON.stringify({ began, settings })}\n`);
}
