// npm run build -- --outDir <folder>: a build needs the project's packages beside it, so it is made inside and moved out.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

/** What a build put into a folder, one path a line: all that the next one may take out of it. */
const LIST = '.planwright-files';

/** @param {string} root @param {string} folder */
function isInside(root, folder) {
  const path = relative(root, folder);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}

/**
 * Astro's arguments, and where the site goes afterwards when that is outside the project.
 * @param {string} root
 * @param {readonly string[]} given
 * @param {string} typedIn the folder in which the command was typed
 * @returns {{ args: string[], from?: string, to?: string }}
 */
export function planOutDir(root, given, typedIn) {
  const at = given.findIndex((arg) => arg === '--outDir' || arg.startsWith('--outDir='));
  const joined = at >= 0 && given[at].includes('=');
  const named = at < 0 ? undefined : joined ? given[at].slice('--outDir='.length) : given[at + 1];
  if (!named) return { args: [...given] };
  const to = resolve(typedIn, named);
  const inside = isInside(root, to);
  const from = inside ? to : join(root, '.cache', `site-${process.pid}`);
  const args = [...given.slice(0, at), '--outDir', from, ...given.slice(at + (joined ? 1 : 2))];
  return inside ? { args } : { args, from, to };
}

/** @param {string} folder */
function filesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => statSync(join(folder, path)).isFile());
}

/** @param {string} to */
function removeLastBuild(to) {
  const list = join(to, LIST);
  const before = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
  for (const path of before) {
    const file = resolve(to, path);
    if (!isInside(to, file)) continue;
    rmSync(file, { force: true });
    for (let folder = dirname(file); isInside(to, folder); folder = dirname(folder)) {
      if (!existsSync(folder) || readdirSync(folder).length > 0) break;
      rmSync(folder, { recursive: true });
    }
  }
}

/**
 * Moves a finished site. Of what is there, only what the last build made is taken away.
 * @param {string} from
 * @param {string} to
 */
export function moveSite(from, to) {
  const files = filesIn(from);
  mkdirSync(to, { recursive: true });
  removeLastBuild(to);
  cpSync(from, to, { recursive: true });
  writeFileSync(join(to, LIST), `${files.join('\n')}\n`);
  rmSync(from, { recursive: true });
}
