import { dirname, join, relative } from 'node:path';
import type { FilesChecked } from './check-files.ts';

const STEP = 10;

/** The next order in a module, a step behind the last one. */
export function nextOrder(orders: readonly (number | undefined)[]): number {
  const last = Math.max(0, ...orders.flatMap((order) => order ?? []));
  return Math.floor(last / STEP) * STEP + STEP;
}

/** The orders of a module's exercises. */
export function exerciseOrders({ exercises }: FilesChecked, module: string): readonly (number | undefined)[] {
  return exercises.flatMap(({ read }) => {
    const outline = read.front?.outline;
    return outline?.module === module ? [outline.order] : [];
  });
}

/** The orders of a module's lessons. */
export function lessonOrders({ lessons }: FilesChecked, module: string): readonly (number | undefined)[] {
  return lessons.flatMap(({ id, read }) => {
    if (!id.startsWith(`${module}/`) || read.kind !== 'ok') return [];
    const { frontMatter } = read.lesson;
    const order: unknown =
      typeof frontMatter === 'object' && frontMatter !== null ? Reflect.get(frontMatter, 'order') : undefined;
    return typeof order === 'number' ? [order] : [];
  });
}

/** The path of one of the project's JSON Schemas, as a file of an author refers to it. */
export function schemaPath(file: string, name: string): string {
  const schema = join(import.meta.dirname, '..', '..', 'schemas', `${name}.schema.json`);
  return relative(dirname(file), schema);
}

/** Whether a name is kebab-case, as ids and folders have to be. */
export function isKebab(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** Files that could not be made, and why. */
export interface Refused {
  readonly kind: 'refused';
  readonly why: string;
}

export type Scaffolded = { readonly kind: 'ok'; readonly files: ReadonlyMap<string, string> } | Refused;

/** Why nothing was made. */
export function refuse(why: string): Refused {
  return { kind: 'refused', why };
}
