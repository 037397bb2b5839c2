import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { realPath } from '../authoring/real-path.ts';
import { fromWhereTyped } from './from-where-typed.ts';
import type { Places } from './places.ts';

/** The id of what somebody asked for by its id, or by the path of its file or folder as a shell completes it. */
export function idOfPath({ root, content, exercises }: Places, named: string): string {
  const typed = resolve(fromWhereTyped(named));
  const written = existsSync(typed) ? typed : resolve(root, named);
  // A course may be below a link, and a file of it may be one.
  const inside = (folder: string) =>
    [written, realPath(written)]
      .map((path) => relative(folder, path))
      .find((below) => below !== '' && !below.startsWith('..'));
  const [folder, dataset] = inside(exercises)?.split(/[\\/]/) ?? [];
  const exercise = folder === '_datasets' && dataset !== undefined ? `${folder}/${dataset}` : folder;
  return inside(content)?.replace(/\.mdx?$/, '') ?? exercise ?? named;
}
