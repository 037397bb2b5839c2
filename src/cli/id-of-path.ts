import { relative, resolve } from 'node:path';
import type { Places } from './places.ts';

/** The id of what somebody asked for by its id, or by the path of its file or folder as a shell completes it. */
export function idOfPath({ root, content, exercises }: Places, named: string): string {
  const path = resolve(root, named);
  const inside = (folder: string) => {
    const below = relative(folder, path);
    return below === '' || below.startsWith('..') ? undefined : below;
  };
  const exercise = inside(exercises)?.split(/[\\/]/)[0];
  return inside(content)?.replace(/\.mdx?$/, '') ?? exercise ?? named;
}
