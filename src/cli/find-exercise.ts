import { relative } from 'node:path';
import { listExerciseIds } from '../authoring/read-folder.ts';
import { needFolder, UserMistake } from '../authoring/user-mistake.ts';
import { nearest } from '../exercise/issue-in-words.ts';
import { idOfPath } from './id-of-path.ts';
import type { Places } from './places.ts';

/**
 * The id of the exercise that somebody named by it, or by a path of its folder. Throws a UserMistake that says which
 * name is the nearest, where there is none of this one.
 */
export async function findExercise(places: Places, named: string): Promise<string> {
  const { root, exercises } = places;
  await needFolder(exercises, 'make it, or name the folder of exercises that there is');
  const ids = await listExerciseIds(exercises);
  const id = idOfPath(places, named);
  if (ids.includes(id)) return id;
  const inside = relative(root, exercises);
  const folder = inside.startsWith('..') ? exercises : inside;
  const near = nearest(id, ids) ?? nearest(id.toLowerCase(), ids);
  const fix = near === undefined ? `name a folder of ${folder}/` : `write ${near}`;
  throw new UserMistake(`there is no exercise “${named}” in ${folder}/`, fix);
}
