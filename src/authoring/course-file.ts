import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Course, type CourseConfig, courseOf } from '../course/course-config.ts';
import { readCourseConfig } from '../course/read-course-config.ts';
import type { AuthorError } from '../exercise/exercise.ts';
import type { LineOf } from '../exercise/front-matter.ts';
import { realPath } from './real-path.ts';

/** The course that is being checked, built or served, and where its files are (absolute paths; those of its folders without links). */
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
  /** What is made from a course and need not be made again. */
  readonly cache: string;
  /** The configuration, as messages call it, and where its keys stand. */
  readonly configFile: ConfigPlaces;
  /** The mistakes of the configuration, and of the variables that name it and the folders. */
  readonly errors: readonly AuthorError[];
  /** False where they leave it open which course is meant: what is above would then be another one. */
  readonly known: boolean;
}

export interface ConfigPlaces {
  readonly file: string;
  readonly placeOf: LineOf;
}

/** Where there is no course file: the one that there could be. */
export const NO_CONFIG: ConfigPlaces = {
  file: 'planwright.config.yaml',
  placeOf: () => ({ line: 1, column: 1 }),
};

interface ConfigFile extends ConfigPlaces {
  readonly folder: string;
  readonly config: CourseConfig | undefined;
  readonly errors: readonly AuthorError[];
}

type Found = ConfigPlaces & Pick<ConfigFile, 'folder'>;
type ConfigRead = { readonly value: CourseConfig; readonly raw: unknown };

/** Folders that the file names and that are not there; those that it does not name may be missing. */
function missingFolders(
  { folder, file, placeOf }: Found,
  { value, raw }: ConfigRead,
): readonly AuthorError[] {
  const named = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
  return (['content', 'exercises'] as const)
    .filter((key) => named.includes(key) && !isFolder(resolve(folder, value[key])))
    .map((key) => {
      const what = `${key}: there is no folder “${value[key]}” beside this file`;
      return { file, ...placeOf([key]), what, fix: 'make it, or name the one that there is' };
    });
}

/** Modules that are named a second time. */
function twice({ file, placeOf }: Found, { value }: ConfigRead): readonly AuthorError[] {
  const ids = (value.modules ?? []).map(({ id }) => id);
  return ids.flatMap((id, at) => {
    if (ids.indexOf(id) === at) return [];
    return [{ file, ...placeOf(['modules', at]), what: `modules: a second “${id}”`, fix: 'take one out' }];
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function whyNoConfig(file: string, named: string | undefined): Pick<AuthorError, 'what' | 'fix'> {
  const names = named === undefined ? '' : ', and PLANWRIGHT_CONFIG names it';
  if (existsSync(file)) {
    const what = `this is a folder${names}`;
    return { what, fix: `name the file in it: ${join(file, 'planwright.config.yaml')}` };
  }
  return { what: `this file is missing${names}`, fix: 'write it, or set PLANWRIGHT_CONFIG to where it is' };
}

function readConfigFile(root: string): ConfigFile {
  const named = process.env.PLANWRIGHT_CONFIG;
  const file = resolve(root, named ?? 'planwright.config.yaml');
  const shown = relative(root, file);
  if (!isFile(file)) {
    const none = { ...NO_CONFIG, file: shown, folder: root, config: undefined };
    if (named === undefined && !existsSync(file)) return { ...none, errors: [] };
    return { ...none, errors: [{ file, line: 1, ...whyNoConfig(file, named) }] };
  }
  const read = readCourseConfig(shown, readFileSync(file));
  const found = { folder: dirname(file), file: shown, placeOf: read.lineOf };
  if (read.kind === 'errors') return { ...found, config: undefined, errors: read.errors };
  return { ...found, config: read.value, errors: [...missingFolders(found, read), ...twice(found, read)] };
}

/** A folder that a variable names and that is not there. */
function missingNamed(
  root: string,
  name: 'PLANWRIGHT_CONTENT' | 'PLANWRIGHT_EXERCISES',
): readonly AuthorError[] {
  const written = process.env[name];
  if (!written || isFolder(resolve(root, written))) return [];
  const file = resolve(root, written);
  const what = `this ${existsSync(file) ? 'is a file and no folder' : 'folder is missing'}, and ${name} names it`;
  return [{ file, line: 1, what, fix: `make it, or set ${name} to where it is` }];
}

/**
 * Finds the course: `planwright.config.yaml` (or the file that PLANWRIGHT_CONFIG names), whose folders
 * PLANWRIGHT_CONTENT and PLANWRIGHT_EXERCISES replace. Without any, the course that comes with Planwright.
 */
export function findCourse(root = process.cwd()): CourseFolders {
  const { folder, config, errors, file, placeOf } = readConfigFile(root);
  const { PLANWRIGHT_CONTENT: lessons, PLANWRIGHT_EXERCISES: tasks } = process.env;
  const content = realPath(lessons ? resolve(root, lessons) : resolve(folder, config?.content ?? 'content'));
  const exercises = realPath(
    tasks ? resolve(root, tasks) : resolve(folder, config?.exercises ?? 'exercises'),
  );
  const own = [join(root, 'content'), join(root, 'exercises')].map(realPath);
  const elsewhere = content !== own[0] || exercises !== own[1];
  const key = createHash('sha256').update(`${content}\n${exercises}`).digest('hex').slice(0, 12);
  const cache = join(root, '.cache');
  const unnamed = [
    ...missingNamed(root, 'PLANWRIGHT_CONTENT'),
    ...missingNamed(root, 'PLANWRIGHT_EXERCISES'),
  ];
  const unreadable = config === undefined && errors.length > 0;
  return {
    course: courseOf(config),
    content,
    exercises,
    elsewhere,
    another: elsewhere || config !== undefined,
    publicFolder: elsewhere ? join(cache, 'courses', key, 'public') : join(root, 'public'),
    cache,
    configFile: { file, placeOf },
    errors: [...errors, ...unnamed],
    known: !unreadable && unnamed.length === 0,
  };
}
