import { issueInWords, withoutFollowing } from '../exercise/issue-in-words.ts';
import { lessonFrontMatterSchema } from './front-matter.ts';
import type { LessonSource, SourceError } from './lesson-source.ts';

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const { shape } = lessonFrontMatterSchema;
  if (path.length === 0) return Object.keys(shape);
  return path[0] === 'sources' ? Object.keys(shape.sources.unwrap().element.shape) : [];
}

/** The line of a place in the front matter, or of the nearest that there is around it. */
function lineAt({ keyLines }: Pick<LessonSource, 'keyLines'>, path: readonly PropertyKey[]): number {
  if (path.length === 0) return 1;
  return keyLines[path.map(String).join('.')] ?? lineAt({ keyLines }, path.slice(0, -1));
}

/** What a lesson's front matter lacks or should not hold, each at the line of its key. */
export function checkFrontMatter(lesson: LessonSource): readonly SourceError[] {
  const { file, frontMatter } = lesson;
  const parsed = lessonFrontMatterSchema.safeParse(frontMatter);
  if (parsed.success) return [];
  return withoutFollowing(parsed.error.issues).flatMap((issue) =>
    issueInWords(issue, frontMatter, keysAt, []).map(({ key, what, fix }) => ({
      file,
      line: lineAt(lesson, key === undefined ? issue.path : [...issue.path, key]),
      what: `front matter: ${what}`,
      fix,
    })),
  );
}

function fieldOf({ frontMatter }: LessonSource, key: string): unknown {
  return typeof frontMatter === 'object' && frontMatter !== null ? Reflect.get(frontMatter, key) : undefined;
}

/** The dataset that the lesson's blocks run on; empty where it names none. */
export function datasetOf(lesson: LessonSource): string {
  const named = fieldOf(lesson, 'dataset');
  return typeof named === 'string' ? named : '';
}

export function extensionsOf(lesson: LessonSource): readonly string[] {
  const named = fieldOf(lesson, 'extensions');
  return Array.isArray(named) ? named.map(String) : [];
}

/** Blocks whose dataset there is none of. */
export function checkDatasets(lesson: LessonSource, datasets: readonly string[]): readonly SourceError[] {
  return lesson.blocks.flatMap((block) => {
    const dataset = block.dataset ?? datasetOf(lesson);
    if (datasets.includes(dataset)) return [];
    const named = dataset === '' ? `block “${block.id}” has no dataset` : `there is no dataset “${dataset}”`;
    const fix = `name one of ${datasets.join(', ')} in the front matter: dataset: ${datasets[0] ?? 'shop'}`;
    return [{ file: lesson.file, line: block.line, what: named, fix }];
  });
}
