import { posix } from 'node:path';
import type { LessonSource } from '../course/lesson-source.ts';
import { nearest } from '../exercise/issue-in-words.ts';
import type { CourseFiles } from './check-course-files.ts';
import type { Problem } from './problems.ts';

/** Endings that Vite tries where an import names none. */
const ENDINGS = ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'];

/** Folders around a file, the nearest first; of a file outside the project, those that its path names. */
function foldersAround(file: string): readonly string[] {
  const folder = posix.dirname(file);
  if (folder === '.' || folder === file) return [''];
  return posix.basename(folder) === '..' ? [folder] : [folder, ...foldersAround(folder)];
}

/** Where what is imported may be: seen from the file, from the project’s own folder, or among packages. */
function placesOf(url: string, file: string, project: string): readonly string[] {
  const [path = ''] = url.split('?');
  const endings = (at: string) => [...ENDINGS, '/index.js', '/index.ts'].map((ending) => `${at}${ending}`);
  if (path.startsWith('.')) return endings(posix.join(posix.dirname(file), path));
  if (path.startsWith('/')) return endings(posix.join(project || '.', path));
  const name = path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
  return foldersAround(file).map((folder) => posix.join(folder, 'node_modules', name));
}

/** Imports that lead nowhere: the build would stop at them. */
export function checkImports(
  { file, imports }: Pick<LessonSource, 'file' | 'imports'>,
  files: Pick<CourseFiles, 'content' | 'folders' | 'isThere' | 'project'>,
): readonly Problem[] {
  const { content, folders, isThere, project } = files;
  return imports.flatMap(({ url, line, column }) => {
    // Astro’s own and Node’s: astro:assets, node:path.
    if (/^[a-z]+:/i.test(url) || /^astro(\/|$)/.test(url)) return [];
    if (placesOf(url, file, project).some(isThere)) return [];
    const known = [...content.keys()].map((path) => `${folders.content}/${path}`);
    const near = url.startsWith('.') ? nearest(posix.join(posix.dirname(file), url), known) : undefined;
    const relative = near === undefined ? '' : posix.relative(posix.dirname(file), near);
    const other = url.startsWith('.') ? 'import a file that there is' : 'import a package that is installed';
    const fix = near === undefined ? other : `write ${relative.startsWith('.') ? '' : './'}${relative}`;
    return [{ file, line, column, what: `there is nothing to import at “${url}”`, fix }];
  });
}
