import { AstroError } from 'astro/errors';
import { findCourse } from '../../authoring/course-file.ts';
import type { ModuleInCourse } from '../course.ts';
import { type PlacementQuestion, placementQuestions } from './questions.ts';
import type { Asked } from './suggest.ts';

/** A question that this course can ask, and where it leads. */
export interface AskedHere {
  readonly question: PlacementQuestion;
  readonly asked: Asked;
}

/**
 * The placement questions whose lessons this course has. In the course that comes with Planwright a question without its
 * lesson is a mistake, and throws an AstroError.
 */
export function askedHere(course: readonly ModuleInCourse[]): readonly AskedHere[] {
  const { another } = findCourse();
  return placementQuestions.flatMap((question) => {
    const module = course.find(({ lessons }) => lessons.some(({ id }) => id === question.lesson));
    const lesson = module?.lessons.find(({ id }) => id === question.lesson);
    if (module && lesson) {
      const { href, title } = lesson;
      const asked = { key: `start#${question.id}`, lesson: { href, title }, module: { title: module.title } };
      return [{ question, asked }];
    }
    if (another) return [];
    throw new AstroError(
      `The placement question “${question.id}” leads to ${question.lesson}, which is no lesson.`,
      'Name a lesson that is there in src/site/placement/questions.ts.',
    );
  });
}
