import { type FrontMatterRead, readFrontMatter } from '../exercise/front-matter.ts';
import { checkUtf8 } from '../exercise/not-utf8.ts';
import { type CourseConfig, courseConfigSchema } from './course-config.ts';

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(courseConfigSchema.shape);
  if (path[0] === 'modules') return ['id', 'title', 'promise'];
  return path[0] === 'colour' ? ['light', 'dark'] : [];
}

/** Reads the text of `planwright.config.yaml`: the configuration, or every mistake in it with its place. */
export function readCourseConfig(file: string, text: string): FrontMatterRead<CourseConfig> {
  const read = readFrontMatter(file, text, { schema: courseConfigSchema, keysAt, kinds: [] });
  const undecoded = checkUtf8(file, text);
  if (!undecoded) return read;
  return { kind: 'errors', errors: [undecoded], body: read.body, lineOf: read.lineOf };
}
