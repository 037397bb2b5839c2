import { getCollection } from 'astro:content';
import type { CourseModule } from '../islands/progress/progress-page.tsx';
import { listExercises } from './exercises.ts';
import { findModule, modules } from './modules.ts';
import { sitePath } from './paths.ts';

export interface ModuleInCourse extends CourseModule {
  readonly id: string;
  readonly promise: string;
  /** Titles of the modules that it builds on. */
  readonly after: readonly string[];
}

/** The modules that have something in them, in reading order: a module's place here is its number. */
export function writtenModules(course: readonly ModuleInCourse[]): readonly ModuleInCourse[] {
  return course.filter(({ lessons, exercises }) => lessons.length + exercises.length > 0);
}

/** Every module with its lessons and exercises, in reading order; also those with nothing in them yet. */
export async function readCourse(): Promise<readonly ModuleInCourse[]> {
  const lessons = await getCollection('docs', ({ data }) => !data.draft);
  const exercises = await listExercises();
  return modules.map(({ id, title, promise, after = [] }) => ({
    id,
    title,
    promise,
    after: after.flatMap((before) => findModule(before)?.title ?? []),
    lessons: lessons
      .filter((lesson) => lesson.id.startsWith(`learn/${id}/`))
      .sort((a, b) => (a.data.order ?? 0) - (b.data.order ?? 0))
      .map((lesson) => ({
        id: lesson.id.replace('learn/', ''),
        title: lesson.data.title,
        href: sitePath(`/${lesson.id}/`),
        minutes: lesson.data.minutes ?? 0,
      })),
    exercises: exercises
      .filter((exercise) => exercise.module === id)
      .map((exercise) => ({
        id: exercise.id,
        title: exercise.title,
        href: sitePath(`/exercises/${exercise.id}/`),
        minutes: exercise.minutes,
      })),
  }));
}
