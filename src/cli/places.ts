import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type ConfigPlaces, findCourse } from '../authoring/course-file.ts';
import { realPath } from '../authoring/real-path.ts';
import type { Course } from '../course/course-config.ts';
import { AuthorMistakes, type Problem } from './problems.ts';

/**
 * Where the command line looks and writes. `PLANWRIGHT_CONTENT` and `PLANWRIGHT_EXERCISES` or a
 * `planwright.config.yaml` name other folders.
 */
export interface Places {
  /** The folder that shown paths are relative to. */
  readonly root: string;
  readonly content: string;
  readonly exercises: string;
  /** Compressed engine files and snapshots, served by the site. */
  readonly engine: string;
  /** What need not be made again; it may be deleted at any time. */
  readonly cache: string;
  readonly course: Course;
  readonly configFile: ConfigPlaces;
  /** Mistakes in `planwright.config.yaml`. */
  readonly problems: readonly Problem[];
}

/** Measured figures of the lessons. */
export const figuresIn = ({ cache }: Pick<Places, 'cache'>): string => join(cache, 'lesson-figures');

/**
 * The places of a course; `exercises` is a folder of exercises outside it, with snapshots of their own. Throws where a
 * course is named that is not there: no command may take another one in its place.
 */
export function findPlaces(exercises?: string): Places {
  const root = process.cwd();
  const found = findCourse(root);
  if (!found.known) throw new AuthorMistakes(found.errors);
  const { content, cache, course, configFile, errors, publicFolder } = found;
  const common = { root, content, cache, course, configFile, problems: errors };
  if (exercises === undefined)
    return { ...common, exercises: found.exercises, engine: join(publicFolder, 'engine') };
  const folder = realPath(resolve(root, exercises));
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return { ...common, exercises: folder, engine: join(cache, 'engine-of-others', key) };
}
