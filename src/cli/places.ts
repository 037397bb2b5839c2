import { join, resolve } from 'node:path';

/** Where the command line looks and writes. `PLANWRIGHT_CONTENT` and `PLANWRIGHT_EXERCISES` name other folders. */
export interface Places {
  readonly root: string;
  readonly content: string;
  readonly exercises: string;
  /** Compressed engine files and snapshots, served by the site. */
  readonly engine: string;
  readonly figures: string;
}

export function findPlaces(exercises?: string): Places {
  const root = process.cwd();
  const content = resolve(root, process.env.PLANWRIGHT_CONTENT ?? 'content');
  const own = exercises ?? process.env.PLANWRIGHT_EXERCISES;
  return {
    root,
    content,
    exercises: resolve(root, own ?? 'exercises'),
    engine: own ? join(root, '.cache', 'engine-of-others') : join(root, 'public', 'engine'),
    figures: join(root, '.cache', 'lesson-figures'),
  };
}
