import type { ConfigPlaces } from '../authoring/course-file.ts';
import type { ComponentProps } from '../course/component-props.ts';
import type { LessonRead } from '../course/read-lesson.ts';
import type { ExerciseFilesRead } from '../exercise/read-exercise.ts';
import type { Problem } from './problems.ts';

/** The files of a course and what they may name: all that a check without a database looks at. */
export interface CourseFiles {
  /** By path inside the folder of lessons. */
  readonly content: ReadonlyMap<string, string>;
  /** By path inside the folder of exercises, datasets included. */
  readonly exercises: ReadonlyMap<string, string>;
  /** Files that are not UTF-8: of what is in them nothing else can be said. */
  readonly undecoded: readonly Problem[];
  /** Symbolic links in the two folders, as messages have them. */
  readonly links: readonly string[];
  /** Whether there is a file or a folder of this path, as messages have it. */
  readonly isThere: (file: string) => boolean;
  /** Planwright’s own folder, as a message would have it. */
  readonly project: string;
  /** How the two folders are called in messages. */
  readonly folders: { readonly content: string; readonly exercises: string };
  readonly leaveOut: readonly string[];
  /** Where the course file says so. */
  readonly config: ConfigPlaces;
  /** The guide to the lesson components, where the course is the one that comes with Planwright. */
  readonly guide?: { readonly file: string; readonly text: string };
  readonly names: {
    readonly modules: readonly string[];
    readonly extensions: readonly string[];
    readonly misconceptions: readonly string[];
    readonly vocabulary: readonly string[];
    readonly terms: readonly string[];
    readonly pages: readonly string[];
    readonly props: ComponentProps;
  };
}

export interface LessonFile {
  /** `<module>/<lesson>`. */
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly read: LessonRead;
}

export interface ExerciseFile {
  readonly id: string;
  readonly read: ExerciseFilesRead;
}

/** Whether a path leads through a name that begins with an underscore: the author's own, and nobody else's. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('_'));
}
