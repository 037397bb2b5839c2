import { AstroError } from 'astro/errors';

/** A mistake in a lesson or a task: which component, in which file, and what to write instead. */
export function authorError(component: string, file: string, what: string, fix: string): Error {
  return new AstroError(`<${component}> in ${file}: ${what}.`, `Fix: ${fix}.`);
}
