import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Course, type CourseConfig, courseOf } from '../course/course-config.ts';
import { readCourseConfig } from '../course/read-course-config.ts';
import type { AuthorError } from '../exercise/exercise.ts';

/** The course that is being checked, built or served, and where its files are (absolute paths). */
export interface CourseFolders {
  readonly course: Course;
  readonly content: string;
  readonly exercises: string;
  /** True where lessons or exercises come from a folder that is not the project’s own. */
  readonly elsewhere: boolean;
  /** True where a course file or other folders make it another course than the one that comes with Planwright. */
  readonly another: boolean;
  /** Served as it is: the project’s `public/`, or a copy of it with the snapshots of other datasets. */
  readonly publicFolder: string;
  /** Measured figures of the lessons. */
  readonly figures: string;
  /** The configuration’s own mistakes; the course is Planwright’s own then. */
  readonly errors: readonly AuthorError[];
}

interface ConfigFile {
  readonly folder: string;
  readonly config: CourseConfig | undefined;
  readonly errors: readonly AuthorError[];
}

function readConfigFile(root: string): ConfigFile {
  const named = process.env.PLANWRIGHT_CONFIG;
  const file = resolve(root, named ?? 'planwright.config.yaml');
  const shown = relative(root, file);
  if (!existsSync(file)) {
    if (named === undefined) return { folder: root, config: undefined, errors: [] };
    const fix = 'write it, or set PLANWRIGHT_CONFIG to where it is';
    return {
      folder: root,
      config: undefined,
      errors: [{ file: shown, line: 1, what: 'this file is missing', fix }],
    };
  }
  const read = readCourseConfig(shown, readFileSync(file, 'utf8'));
  return read.kind === 'ok'
    ? { folder: dirname(file), config: read.value, errors: [] }
    : { folder: dirname(file), config: undefined, errors: read.errors };
}

/**
 * Finds the course: `planwright.config.yaml` (or the file that PLANWRIGHT_CONFIG names), whose folders
 * PLANWRIGHT_CONTENT and PLANWRIGHT_EXERCISES replace. Without any, the course that comes with Planwright.
 */
export function findCourse(root = process.cwd()): CourseFolders {
  const { folder, config, errors } = readConfigFile(root);
  const { PLANWRIGHT_CONTENT: lessons, PLANWRIGHT_EXERCISES: tasks } = process.env;
  const content = lessons ? resolve(root, lessons) : resolve(folder, config?.content ?? 'content');
  const exercises = tasks ? resolve(root, tasks) : resolve(folder, config?.exercises ?? 'exercises');
  const elsewhere = content !== join(root, 'content') || exercises !== join(root, 'exercises');
  const key = createHash('sha256').update(`${content}\n${exercises}`).digest('hex').slice(0, 12);
  const own = join(root, '.cache', 'courses', key);
  return {
    course: courseOf(config),
    content,
    exercises,
    elsewhere,
    another: elsewhere || config !== undefined,
    publicFolder: elsewhere ? join(own, 'public') : join(root, 'public'),
    figures: join(root, '.cache', 'lesson-figures'),
    errors,
  };
}
