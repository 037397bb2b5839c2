import { findCourse } from '../authoring/course-file.ts';
import type { Module } from '../course/modules.ts';
import { sections } from './paths.ts';

export type { Module } from '../course/modules.ts';

/** The course's modules in reading order. `id` is the folder of its lessons and the `module` of an exercise. */
export const modules: readonly Module[] = findCourse().course.modules;

/** The module with this id, or undefined. */
export function findModule(id: string): Module | undefined {
  return modules.find((module) => module.id === id);
}

/** The main sections of this course: interview questions only where it has the module. */
export const sectionsHere = sections.filter(({ path }) => path !== '/interview/' || findModule('interview'));
