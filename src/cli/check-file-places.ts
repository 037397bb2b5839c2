import { posix } from 'node:path';
import { extensionsOf } from '../course/check-front-matter.ts';
import type { LessonSource } from '../course/lesson-source.ts';
import { slugsOf } from '../course/slug.ts';
import { nearest } from '../exercise/issue-in-words.ts';
import { type CourseFiles, isHidden, type LessonFile } from './check-course-files.ts';
import type { Problem } from './problems.ts';

/** A lesson that is no `<module>/<lesson>`, and one in a module that the course has not. */
export function checkLessonPlace(lesson: LessonFile, { names, folders }: CourseFiles): readonly Problem[] {
  const { id, file } = lesson;
  const [module = '', name, ...deeper] = id.split('/');
  if (name === undefined || deeper.length > 0) {
    const fix = `move it to ${folders.content}/<module>/<lesson>.mdx`;
    return [{ file, line: 1, what: 'a lesson stands in the folder of its module', fix }];
  }
  const named = checkLessonName(lesson, name);
  if (names.modules.includes(module)) return named;
  const near = nearest(module, names.modules);
  const list =
    near === undefined ? `name one of ${names.modules.join(', ')}` : `rename the folder to ${near}`;
  const fix = `${list}, or add it to modules: in planwright.config.yaml`;
  return [...named, { file, line: 1, what: `there is no module “${module}”`, fix }];
}

/** Letters without their marks: an address is typed, and copied from one system to another. */
function plainSlug(name: string): string {
  const plain = name.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
  return slugsOf([plain])[0] ?? '';
}

/** A file's name is the page's address; in plain Markdown a component is text. */
function checkLessonName({ file, text }: LessonFile, name: string): readonly Problem[] {
  if (name === 'index') {
    const fix = 'name it after what it is about: <lesson>.mdx';
    return [{ file, line: 1, what: 'the file’s name, “index”, is that of a folder’s own page', fix }];
  }
  const slug = plainSlug(name);
  if (name !== slug) {
    const fix = `rename it to ${slug}.mdx: lower-case words joined by hyphens`;
    return [{ file, line: 1, what: `the file’s name, “${name}”, is no id`, fix }];
  }
  if (file.endsWith('.mdx') || !/^<[A-Z]/m.test(text)) return [];
  return [{ file, line: 1, what: 'components work in MDX only', fix: `rename it to ${name}.mdx` }];
}

/** An address as a path of files; where a % of it begins no character, as it is written. */
function unescaped(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

const PICTURE = /\.(svg|png|jpe?g|gif|webp|avif)$/i;

/** Pictures that are not there, of a lesson or of a task: the build would stop at them. */
export function checkImages(
  { file, route, images }: LessonSource,
  { content, exercises, folders, isThere }: CourseFiles,
): readonly Problem[] {
  const from = posix.dirname(file);
  const isTask = !route.startsWith('/learn/');
  const [files, folder] = isTask ? [exercises, folders.exercises] : [content, folders.content];
  const known = [...files.keys()].filter((path) => PICTURE.test(path)).map((path) => `${folder}/${path}`);
  return images.flatMap(({ url, line, column }) => {
    if (/^[a-z]+:/i.test(url)) return [];
    const path = posix.join(from, unescaped(url));
    if (url.startsWith('/')) {
      const what = `the picture “${url}” does not work where the site is served from a sub-path`;
      return [{ file, line, column, what, fix: `write .${url}, with the picture beside the text` }];
    }
    if (isThere(path)) return [];
    const near = nearest(path, known);
    const beside = near && posix.relative(from, near);
    // An exercise's own folder holds what it is graded with.
    const into = `put it into a folder ${folder}/_pictures and write ../_pictures/${posix.basename(url)}`;
    const add = `${isTask ? into : 'put it beside the text'}, or mend its name`;
    const fix = beside ? `write ${beside.startsWith('.') ? '' : './'}${beside}` : add;
    return [{ file, line, column, what: `there is no picture “${url}”`, fix }];
  });
}

const MARK = '\uFEFF';

/** Files that begin with a byte order mark, which no editor shows and no reader takes for anything. */
export function byteOrderMarks({ content, exercises, folders }: CourseFiles): readonly Problem[] {
  const marked = (files: ReadonlyMap<string, string>, folder: string) =>
    [...files].flatMap(([path, text]) => (text.startsWith(MARK) ? [`${folder}/${path}`] : []));
  return [...marked(content, folders.content), ...marked(exercises, folders.exercises)].map((file) => ({
    file,
    line: 1,
    what: 'the file begins with an invisible byte order mark',
    fix: 'save it as UTF-8 without BOM',
  }));
}

/** What a file of the two folders belongs to: a lesson’s or an exercise’s id, `_datasets/<name>`, or the course. */
export function aboutOf(file: string, { folders }: Pick<CourseFiles, 'folders'>): string {
  const exercise = file.startsWith(`${folders.exercises}/`);
  const path = file.slice((exercise ? folders.exercises : folders.content).length + 1);
  if (!exercise) return /\.mdx?$/.test(path) ? path.replace(/\.mdx?$/, '') : '';
  return /^(_datasets\/)?[^/_][^/]*(?=\/)/.exec(path)?.[0] ?? '';
}

/** The same files without their marks. */
export function withoutMarks(files: CourseFiles): CourseFiles {
  const plain = (texts: ReadonlyMap<string, string>) =>
    new Map([...texts].map(([path, text]) => [path, text.startsWith(MARK) ? text.slice(1) : text]));
  return { ...files, content: plain(files.content), exercises: plain(files.exercises) };
}

/** Extensions of a lesson that there are none of. */
export function checkExtensions(lesson: LessonFile, known: readonly string[]): readonly Problem[] {
  if (lesson.read.kind !== 'ok') return [];
  const { lesson: source } = lesson.read;
  return extensionsOf(source).flatMap((name) => {
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const fix = near === undefined ? `name one of ${known.join(', ')}` : `write ${near}`;
    const line = source.keyLines.extensions ?? 1;
    return [{ file: lesson.file, line, what: `there is no extension “${name}” here`, fix }];
  });
}

/** Files beside the lessons that nothing reads; what begins with an underscore is the author's own. */
export function strayFiles({ content, folders }: CourseFiles): readonly Problem[] {
  const stray = [...content.keys()].filter(
    (path) => !/\.(mdx?|astro)$/.test(path) && !PICTURE.test(path) && !isHidden(path),
  );
  return stray.map((path) => ({
    file: `${folders.content}/${path}`,
    line: 1,
    what: 'this file is no lesson',
    fix: 'name it <lesson>.mdx, or let its name begin with an underscore',
  }));
}

/** Links to lessons and to what exercises are made of: the site is built from what they lead to, where it is not known. */
export function checkLinksOnDisk({ links, folders, leaveOut }: CourseFiles): readonly Problem[] {
  const wrong = links.filter((file) => {
    const folder = file.startsWith(`${folders.exercises}/`) ? folders.exercises : folders.content;
    const own = isHidden(file.slice(folder.length + 1).replace(/^_datasets\//, ''));
    return !own && !PICTURE.test(file) && !leaveOut.includes(aboutOf(file, { folders }));
  });
  return wrong.map((file) => {
    return {
      file,
      line: 1,
      what: 'this is a symbolic link, which is not followed',
      fix: 'put the file itself here',
    };
  });
}

/** What is to be left out and is not there. */
export function leftOut(files: CourseFiles): readonly Problem[] {
  const ids = idsOf(files);
  const { file, placeOf } = files.config;
  return files.leaveOut.flatMap((id, at) => {
    if (ids.includes(id)) return [];
    const near = nearest(id, ids);
    const fix = near === undefined ? 'take it out of leave-out' : `write ${near}`;
    return [{ file, ...placeOf(['leave-out', at]), what: `leave-out: there is no “${id}”`, fix }];
  });
}

function idsOf({ content, exercises }: CourseFiles): readonly string[] {
  const lessons = [...content.keys()].map((path) => path.replace(/\.mdx?$/, ''));
  return [...lessons, ...[...exercises.keys()].map((path) => path.split('/')[0] ?? '')];
}
