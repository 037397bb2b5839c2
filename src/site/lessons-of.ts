import { getCollection } from 'astro:content';
import { namedExercises } from './names-exercise.ts';
import { onceInBuild } from './once.ts';
import { sitePath } from './paths.ts';

/** A page to go to. */
export interface PageLink {
  readonly href: string;
  readonly title: string;
}

/** "B-tree" is not broken at its hyphen: word joiners stand at both sides of it. */
function unbroken(title: string): string {
  return title.replaceAll('B-tree', 'B\u2060-\u2060tree');
}

const listLessons = onceInBuild(async () => {
  const lessons = await getCollection('docs', ({ data }) => !data.draft);
  return lessons.map((lesson) => ({ lesson, named: namedExercises(lesson.body ?? '') }));
});

/** The lessons that send the reader to an exercise; those of its own module first, each module in reading order. */
export async function lessonsOf(exercise: string, module: string): Promise<readonly PageLink[]> {
  const lessons = (await listLessons()).flatMap(({ lesson, named }) => (named.has(exercise) ? [lesson] : []));
  const rank = (id: string) => (id.startsWith(`learn/${module}/`) ? 0 : 1);
  return lessons
    .sort((a, b) => rank(a.id) - rank(b.id) || (a.data.order ?? 0) - (b.data.order ?? 0))
    .map(({ id, data }) => ({ href: sitePath(`/${id}/`), title: unbroken(data.title) }));
}
