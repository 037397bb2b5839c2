import { type FrontMatterRead, readFrontMatter } from '../exercise/front-matter.ts';
import { readUtf8 } from '../sql/utf8.ts';
import { type CourseConfig, courseConfigSchema } from './course-config.ts';

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(courseConfigSchema.shape);
  if (path[0] === 'modules') return ['id', 'title', 'promise'];
  return path[0] === 'colour' ? ['light', 'dark'] : [];
}

/** Reads the bytes of `planwright.config.yaml`: the configuration, or every mistake in it with its place. */
export function readCourseConfig(file: string, bytes: Uint8Array): FrontMatterRead<CourseConfig> {
  const { text, fault } = readUtf8(file, bytes);
  const shape = { schema: courseConfigSchema, keysAt, kinds: [] };
  const read = readFrontMatter(file, text.replace(/^\uFEFF/, ''), shape);
  if (!fault) return read;
  return { kind: 'errors', errors: [fault], body: read.body, lineOf: read.lineOf };
}
