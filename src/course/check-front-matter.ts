import { issueInWords, nearest, withoutFollowing } from '../exercise/issue-in-words.ts';
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

/** Keys that every lesson has. */
const NEEDED = ['title', 'description', 'order', 'minutes', 'outcomes'];

function isEmpty(frontMatter: unknown): boolean {
  return typeof frontMatter !== 'object' || frontMatter === null || Object.keys(frontMatter).length === 0;
}

/** What a lesson's front matter lacks or should not hold, each at the line of its key. */
export function checkFrontMatter(lesson: LessonSource): readonly SourceError[] {
  const { file, frontMatter } = lesson;
  if (isEmpty(frontMatter)) {
    const fix = `begin the file with ---, ${NEEDED.map((key) => `${key}: …`).join(', ')}, and ---`;
    return [{ file, line: 1, what: 'there is no front matter', fix }];
  }
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

/** The datasets that a lesson’s blocks run on, and its own. */
export function datasetsOf(lesson: LessonSource): readonly string[] {
  return [datasetOf(lesson), ...lesson.blocks.flatMap(({ dataset }) => dataset ?? [])];
}

/** The extensions that a lesson’s front matter names; none where it names them wrongly, which is told elsewhere. */
export function extensionsOf(lesson: LessonSource): readonly string[] {
  const named = fieldOf(lesson, 'extensions');
  return Array.isArray(named) ? named.map(String) : [];
}

/** What is there without a seed: it holds no table, so nobody who misspelt a name meant it. */
const EMPTY = 'empty';

function nameADataset(word: string, datasets: readonly string[]): string {
  const known = datasets.filter((name) => name !== EMPTY);
  const near = nearest(word, known);
  if (near !== undefined) return `write ${near}`;
  if (known.length === 0) return 'make one: npm run new:dataset -- <name>';
  return `name one of ${known.join(', ')}; or ${EMPTY}, which has no tables`;
}

/** Datasets that there are none of: that of the lesson is told once, at its own line, and that of a block at the block’s. */
export function checkDatasets(lesson: LessonSource, datasets: readonly string[]): readonly SourceError[] {
  const { file, blocks, keyLines } = lesson;
  const unknown = (name: string, line: number): readonly SourceError[] => {
    if (datasets.includes(name)) return [];
    return [{ file, line, what: `there is no dataset “${name}”`, fix: nameADataset(name, datasets) }];
  };
  const own = datasetOf(lesson);
  const without = blocks.find(({ dataset }) => dataset === undefined);
  const fix = `add dataset: to it, and ${nameADataset('', datasets)}`;
  const what = `the front matter names no dataset for the block “${without?.id}” to run on`;
  return [
    ...(own === '' ? [] : unknown(own, keyLines.dataset ?? 1)),
    ...(own === '' && without ? [{ file, line: 1, what, fix }] : []),
    ...blocks.flatMap(({ dataset, line }) => (dataset === undefined ? [] : unknown(dataset, line))),
  ];
}
