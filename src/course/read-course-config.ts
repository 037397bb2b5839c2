import { type FrontMatterRead, readFrontMatter } from '../exercise/front-matter.ts';
import { type CourseConfig, courseConfigSchema } from './course-config.ts';

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(courseConfigSchema.shape);
  if (path[0] === 'modules') return ['id', 'title', 'promise'];
  return path[0] === 'colour' ? ['light', 'dark'] : [];
}

/** Reads the text of `planwright.config.yaml`: the configuration, or every mistake in it with its place. */
export function readCourseConfig(file: string, text: string): FrontMatterRead<CourseConfig> {
  return readFrontMatter(file, text, { schema: courseConfigSchema, keysAt, kinds: [] });
}
