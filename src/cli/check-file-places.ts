import { extensionsOf } from '../course/check-front-matter.ts';
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
  if (names.modules.includes(module)) return [];
  const near = nearest(module, names.modules);
  const list =
    near === undefined ? `name one of ${names.modules.join(', ')}` : `rename the folder to ${near}`;
  const fix = `${list}, or add it to modules: in planwright.config.yaml`;
  return [{ file, line: 1, what: `there is no module “${module}”`, fix }];
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
    (path) => !/\.(mdx?|astro|svg|png|jpg)$/.test(path) && !isHidden(path),
  );
  return stray.map((path) => ({
    file: `${folders.content}/${path}`,
    line: 1,
    what: 'this file is no lesson',
    fix: 'name it <lesson>.mdx, or let its name begin with an underscore',
  }));
}

/** What is to be left out and is not there. */
export function leftOut(files: CourseFiles): readonly Problem[] {
  const ids = idsOf(files);
  return files.leaveOut
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = nearest(id, ids);
      const fix = near === undefined ? 'take it out of leave-out' : `write ${near}`;
      return { file: 'planwright.config.yaml', line: 1, what: `leave-out: there is no “${id}”`, fix };
    });
}

function idsOf({ content, exercises }: CourseFiles): readonly string[] {
  const lessons = [...content.keys()].map((path) => path.replace(/\.mdx?$/, ''));
  return [...lessons, ...[...exercises.keys()].map((path) => path.split('/')[0] ?? '')];
}
