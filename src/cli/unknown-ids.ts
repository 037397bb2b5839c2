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

/** Lessons, exercises and datasets that ids may name. */
export type Named = Pick<FilesChecked, 'lessons' | 'exercises' | 'datasets'>;

/** What can be asked for by its id: lessons, exercises and, as `_datasets/<name>`, datasets. */
export function idsOf({ lessons, exercises, datasets }: Named): readonly string[] {
  return [
    ...[...lessons, ...exercises].map(({ id }) => id),
    ...[...datasets.keys()].map((name) => `_datasets/${name}`),
  ];
}

/** Ids that were asked for and that nothing is called, and where they were looked for. */
export function unknownIds(ids: readonly string[], checked: Named, places: Places): readonly Problem[] {
  const known = idsOf(checked);
  const [content, tasks] = [places.content, places.exercises].map((at) => folderInWords(places, at));
  const what = `no lesson in ${content} and no exercise in ${tasks} has this name`;
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => {
      const near = known.find((one) => one === `_datasets/${id}`) ?? nearest(id, known);
      const fix =
        near === undefined
          ? 'name a lesson (<module>/<lesson>) or an exercise; PLANWRIGHT_CONFIG says which course is searched'
          : `write ${near}`;
      return { file: id, line: 1, what, fix };
    });
}
