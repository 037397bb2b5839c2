import { relative } from 'node:path';
import { nearest } from '../exercise/issue-in-words.ts';
import type { FilesChecked } from './check-files.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';

/** A folder as a message calls it: from the project’s own, where it is inside it. */
function folderInWords({ root }: Places, folder: string): string {
  const inside = relative(root, folder);
  return `${inside.startsWith('..') ? folder : inside}/`;
}

/** Ids that were asked for and that nothing is called, and where they were looked for. */
export function unknownIds(
  ids: readonly string[],
  { lessons, exercises }: Pick<FilesChecked, 'lessons' | 'exercises'>,
  places: Places,
): readonly Problem[] {
  const known = [...lessons, ...exercises].map(({ id }) => id);
  const [content, tasks] = [places.content, places.exercises].map((at) => folderInWords(places, at));
  const what = `no lesson in ${content} and no exercise in ${tasks} has this name`;
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => {
      const near = nearest(id, known);
      const fix =
        near === undefined
          ? 'name a lesson (<module>/<lesson>) or an exercise; PLANWRIGHT_CONFIG says which course is searched'
          : `write ${near}`;
      return { file: id, line: 1, what, fix };
    });
}
