import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { listExerciseIds, readFolder } from '../authoring/read-folder.ts';
import { nearest } from '../exercise/issue-in-words.ts';
import type { FilesChecked } from './check-files.ts';
import { exerciseOrders, nextOrder, refuse, type Scaffolded } from './new-place.ts';
import type { Places } from './places.ts';

/** The exercises that come with Planwright. */
const SHIPPED = resolve(import.meta.dirname, '..', '..', 'exercises');

export interface CopyAsked {
  readonly from: string;
  /** By default the module of the other exercise. */
  readonly module?: string | undefined;
  /** The module where that of the other exercise is none of the course's. */
  readonly otherwise: string;
  /** Another dataset than that of the other exercise. */
  readonly dataset?: string | undefined;
}

interface Copied {
  readonly from: string;
  readonly module: string;
  readonly order: number;
  readonly dataset: string | undefined;
  readonly note: string;
}

/** The text of an exercise for another one: what only it can say is to be written anew. */
function copiedText(text: string, { from, module, order, dataset, note }: Copied): string {
  const renamed = text
    .replace(/^title: .*$/m, 'title: "TODO: what the exercise is called"')
    .replace(
      /^summary: (?:.*\n(?: {2}.*\n)*)/m,
      'summary: "TODO: one sentence for lists: what is slow, and what is asked"\n',
    )
    .replace(/^module: .*$/m, `module: ${module}`)
    .replace(/^order: .*$/m, `order: ${order}`)
    .replace(/^dataset: .*$/m, (line) => (dataset === undefined ? line : `dataset: ${dataset}`));
  return `${renamed.trimEnd()}\n\nTODO: the task is still that of ${from}${note}\n`;
}

/** What to do about an exercise's data where the course has none of that name. */
function noteOn(course: FilesChecked, wanted: string, places: Places): string {
  if (wanted === '' || course.datasets.has(wanted)) return '';
  const [there, here] = [join(SHIPPED, '_datasets', wanted), join(places.exercises, '_datasets', wanted)];
  return `, whose data (${wanted}) this course has not: copy ${relative(places.root, there)} to ${relative(places.root, here)}, or name a dataset of yours and change every query`;
}

/** Files of another exercise: of the course, else of those that come with Planwright. */
export async function copyExercise(
  places: Places,
  course: FilesChecked,
  { from, module, otherwise, dataset }: CopyAsked,
): Promise<Scaffolded> {
  const own = course.exercises.some(({ id }) => id === from);
  const folder = join(own ? places.exercises : SHIPPED, from);
  if (!existsSync(join(folder, 'exercise.mdx'))) {
    const near = nearest(from, [
      ...course.exercises.map(({ id }) => id),
      ...(await listExerciseIds(SHIPPED)),
    ]);
    return refuse(`there is no exercise “${from}”${near ? `: did you mean ${near}?` : ''}`);
  }
  const files = await readFolder(folder);
  const text = files.get('exercise.mdx') ?? '';
  const theirs = (key: string) => new RegExp(`^${key}: *([a-z0-9-]+)`, 'm').exec(text)?.[1] ?? '';
  const theirModule = places.course.modules.find(({ id }) => id === theirs('module'))?.id;
  const kept = module ?? theirModule ?? otherwise;
  const order = nextOrder(exerciseOrders(course, kept));
  const note = noteOn(course, dataset ?? theirs('dataset'), places);
  const copied = copiedText(text, { from, module: kept, order, dataset, note });
  return { kind: 'ok', files: new Map([...files, ['exercise.mdx', copied]]) };
}
