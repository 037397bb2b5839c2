import { nearest } from '../exercise/issue-in-words.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkClaimedTables, checkCopiedTables } from './check-claimed-tables.ts';
import { checkComponents, checkIds } from './check-components.ts';
import { checkLinks, type Routes } from './check-links.ts';
import { checkLooks } from './check-looks.ts';
import { checkProps } from './check-props.ts';
import { checkTags } from './check-tags.ts';
import type { ComponentProps } from './component-props.ts';
import type { ComponentUse, LessonSource, SourceError } from './lesson-source.ts';

/** What lessons may name that is not theirs. */
export interface CourseNames {
  /** Components of the lesson vocabulary. */
  readonly vocabulary: readonly string[];
  /** Keys of the glossary, in lower case. */
  readonly terms: readonly string[];
  readonly exercises: readonly string[];
  /** Lessons and exercises that are there and no part of the course. */
  readonly leftOut?: readonly string[];
  /** Props of the vocabulary's components; those that are not there are not checked. */
  readonly props?: ComponentProps;
  /** Tables of each dataset whose tables are known. */
  readonly datasets?: ReadonlyMap<string, readonly string[]>;
  /** Pages that are neither lessons nor exercises: `/playground/`. */
  readonly pages: readonly string[];
}

function checkTerm(file: string, use: ComponentUse, terms: readonly string[]): readonly SourceError[] {
  const { is } = use.attributes;
  const key = (typeof is === 'string' ? is : use.text).toLowerCase();
  if (terms.includes(key)) return [];
  const near = nearest(key, terms);
  const meant = near === undefined ? '' : `write is="${near}", or `;
  const fix = `${meant}add “${key}” to glossary: in planwright.config.yaml`;
  const { line, column } = use;
  return [{ file, line, column, what: `the term “${key}” is not in the glossary`, fix }];
}

function checkExercises(
  file: string,
  use: ComponentUse,
  { exercises, leftOut = [] }: CourseNames,
): readonly SourceError[] {
  const { line, column } = use;
  const { ids } = use.attributes;
  if (!Array.isArray(ids) || ids.length === 0) {
    const fix = "write <Exercises ids={['one-customers-orders']} />";
    return [{ file, line, column, what: '<Exercises> names no exercise', fix }];
  }
  return ids.map(String).flatMap((id) => {
    if (exercises.includes(id)) return [];
    if (leftOut.includes(id)) {
      const fix = 'take it out of leave-out in planwright.config.yaml, or out of here';
      return [{ file, line, column, what: `the exercise “${id}” is left out of the course`, fix }];
    }
    const near = nearest(id, exercises);
    const fix = near === undefined ? 'name an exercise by its folder' : `write “${near}”`;
    return [{ file, line, column, what: `there is no exercise “${id}”`, fix }];
  });
}

function orderOf({ frontMatter }: LessonSource): number | undefined {
  const named =
    typeof frontMatter === 'object' && frontMatter !== null && 'order' in frontMatter
      ? frontMatter.order
      : undefined;
  return typeof named === 'number' ? named : undefined;
}

/** Lessons of one module that claim the same place in it. */
function checkOrders(lessons: readonly LessonSource[]): readonly SourceError[] {
  const first = new Map<string, LessonSource>();
  return lessons.flatMap((lesson) => {
    const order = orderOf(lesson);
    const module = lesson.id.split('/')[0] ?? '';
    const before = first.get(`${module} ${order}`);
    if (order === undefined) return [];
    first.set(`${module} ${order}`, before ?? lesson);
    if (before === undefined) return [];
    const what = `order ${order} is also that of ${before.file}`;
    const fix = 'give it another; gaps of ten leave room';
    return [{ file: lesson.file, line: lesson.keyLines.order ?? 1, what, fix }];
  });
}

function isDraft({ frontMatter }: LessonSource): boolean {
  return (
    typeof frontMatter === 'object' && frontMatter !== null && Reflect.get(frontMatter, 'draft') === true
  );
}

function routesOf(lessons: readonly LessonSource[], names: CourseNames): Routes {
  return {
    pages: new Map([
      ...names.pages.map((path) => [path, undefined] as const),
      ...names.exercises.map((id) => [`/exercises/${id}/`, undefined] as const),
      ...lessons.map(({ id, anchors }) => [`/learn/${id}/`, anchors] as const),
    ]),
    drafts: new Set(lessons.filter(isDraft).map(({ route }) => route)),
  };
}

/** A task's blocks run when its reader runs them: nothing is measured of them beforehand. */
function checkTask({ file, route, figures }: LessonSource): readonly SourceError[] {
  if (route.startsWith('/learn/')) return [];
  const what = '<Figure>: a task has no measured figures';
  return figures.map(({ line }) => ({ file, line, what, fix: 'write the figure, or say it in words' }));
}

/**
 * Everything that lessons and tasks say of each other, of their blocks and of the course, and that is not so; in file
 * order.
 */
export function checkCourse(
  lessons: readonly LessonSource[],
  names: CourseNames,
  tasks: readonly LessonSource[] = [],
): readonly SourceError[] {
  const routes = routesOf(lessons, names);
  const found = [...lessons, ...tasks].flatMap((lesson) => [
    ...checkComponents(lesson, names.vocabulary),
    ...checkTags(lesson, names.vocabulary, names.props ?? new Map()),
    ...checkProps(lesson, names.props ?? new Map()),
    ...checkTask(lesson),
    ...checkIds(lesson),
    ...checkBlocks(lesson),
    ...checkClaimedTables(lesson, names.datasets ?? new Map()),
    ...checkCopiedTables(lesson, names.datasets ?? new Map()),
    ...checkLooks(lesson),
    ...checkLinks(lesson, routes),
    ...lesson.components.flatMap((use) => {
      if (use.name === 'Term') return checkTerm(lesson.file, use, names.terms);
      return use.name === 'Exercises' ? checkExercises(lesson.file, use, names) : [];
    }),
  ]);
  return [...found, ...checkOrders(lessons)].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
