import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserMistake } from '../authoring/user-mistake.ts';
import { nearest } from '../exercise/issue-in-words.ts';

async function listFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** What a package can be made of: the exercises and the lessons of a built site. */
async function listPages(dist: string): Promise<readonly string[]> {
  const modules = await listFolders(join(dist, 'learn'));
  const lessons = modules.map(async (module) =>
    (await listFolders(join(dist, 'learn', module))).map((lesson) => `${module}/${lesson}`),
  );
  return [...(await listFolders(join(dist, 'exercises'))), ...(await Promise.all(lessons)).flat()];
}

/** The path of a page in the built site. Throws a UserMistake, with the nearest id, where the site has none. */
export async function findPage(dist: string, id: string): Promise<string> {
  const path = id.includes('/') ? `learn/${id}/index.html` : `exercises/${id}/index.html`;
  if (!existsSync(join(dist, 'index.html')))
    throw new UserMistake(
      `there is no built site in ${dist}`,
      'npm run build, or name its folder with --dist',
    );
  const ids = await listPages(dist);
  if (ids.includes(id) && existsSync(join(dist, path))) return path;
  const near = nearest(id, ids) ?? nearest(id.toLowerCase(), ids);
  const fix =
    near === undefined
      ? 'name an exercise or a <module>/<lesson>; what is new is there after npm run build'
      : `write ${near}, or npm run build where it is new`;
  throw new UserMistake(`the site in ${dist} has no exercise and no lesson “${id}”`, fix);
}
